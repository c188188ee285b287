// Where logs and numbers go, and who is told. Nothing is sent there with a key.

@description('The name of this environment.')
param environmentName string

@description('Where it is.')
param location string

@description('The tags of every resource.')
param tags object

@description('The name of Application Insights.')
param insightsName string

@description('A workspace that is there already; empty to make one.')
param existingWorkspaceId string

@description('The team that is told.')
param team { name: string, email: string }

@description('The hosts\' identity.')
param identityName string

@description('Whether roles may be assigned.')
param assignRoles bool

var metricsPublisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
var workspaceId = empty(existingWorkspaceId) ? workspace.id : existingWorkspaceId

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = if (empty(existingWorkspaceId)) {
  name: 'log-safeguarding-${environmentName}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 365
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

// Who asked the logs what.
resource workspaceLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (empty(existingWorkspaceId)) {
  name: 'to-workspace'
  scope: workspace
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspaceId
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
    DisableIpMasking: false
    RetentionInDays: 365
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (assignRoles) {
  name: guid(insights.id, identityName, metricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: metricsPublisher
  }
}

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-safeguarding-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Safeguarding'
    enabled: true
    emailReceivers: [{ name: team.name, emailAddress: team.email, useCommonAlertSchema: true }]
  }
}

@description('The workspace.')
output workspaceId string = workspaceId

@description('Who is told.')
output actionGroupId string = told.id

// The two hosts: the bot, which is asked, and the timers, which ask themselves. Both from one partnership's file, by one identity.

@description('The name of this environment.')
param environmentName string

@description('Where they are.')
param location string

@description('The tags of every resource.')
param tags object

@description('The bot\'s web app.')
param botName string

@description('The timers\' function app.')
param timersName string

@description('What the partnership sets.')
param partnership partnershipSettings

@description('The plan of the bot.')
param plan string

@description('Instances of the bot.')
param instances int

@description('Whether they are spread over zones.')
param zones bool

@description('The table of the records.')
param recordsTable string

@description('Memory of an instance of the timers, in MB.')
param timersMemory int

@description('The hosts\' identity.')
param identityName string

@description('Application Insights.')
param insightsName string

@description('The account of the records.')
param recordsName string

@description('The account of the Functions host.')
param runtimeName string

@description('The vault.')
param vaultName string

@description('The bot\'s way out.')
param botSubnetId string

@description('The timers\' way out.')
param timersSubnetId string

@description('Where diagnostics go.')
param workspaceId string

import { partnershipSettings } from '../types.bicep'

var pageHost = empty(partnership.pageHost) ? '${botName}.azurewebsites.net' : partnership.pageHost
var graph = partnership.graph
var connector = partnership.connector
var package = 'https://${runtimeName}.blob.${environment().suffixes.storage}/package'
var both = [
  { name: 'WebPage__Address', value: 'https://${pageHost}/' }
  { name: 'Storage__TableEndpoint', value: 'https://${recordsName}.table.${environment().suffixes.storage}/' }
  { name: 'Storage__Table', value: recordsTable }
  { name: 'Storage__Container', value: 'kept' }
  { name: 'Storage__AuditContainer', value: 'audit' }
  { name: 'Bot__AppId', value: identity.properties.clientId }
  { name: 'Bot__TenantId', value: tenant().tenantId }
  { name: 'Bot__ManagedIdentityClientId', value: identity.properties.clientId }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
  { name: 'APPLICATIONINSIGHTS_STATSBEAT_DISABLED', value: 'true' }
]
// What is not set up is left out.
var chosen = filter(
  [
    { name: 'Partnership__Letters', value: partnership.letters ? '/home/site/wwwroot/letters' : '' }
    { name: 'Graph__TenantId', value: graph.tenantId }
    { name: 'Graph__Mailbox', value: graph.mailbox }
    { name: 'Graph__SiteId', value: graph.siteId }
    { name: 'Graph__CaseRecords', value: graph.caseRecords }
    { name: 'Graph__SecuredRecords', value: graph.securedRecords }
    { name: 'Graph__Submissions', value: graph.submissions }
    { name: 'Connector__ClientId', value: connector.clientId }
    { name: 'Connector__CallbackHosts', value: connector.callbackHosts }
  ],
  setting => !empty(setting.value)
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource botPlan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'asp-safeguarding-bot-${environmentName}'
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: plan, capacity: zones ? max(instances, 2) : instances }
  properties: { reserved: true, zoneRedundant: zones }
}

resource bot 'Microsoft.Web/sites@2024-11-01' = {
  name: botName
  location: location
  tags: union(tags, { 'azd-service-name': 'bot' })
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: botPlan.id
    httpsOnly: true
    // Teams comes from the Internet; each request carries a token that is looked at.
    publicNetworkAccess: 'Enabled'
    clientAffinityEnabled: false
    virtualNetworkSubnetId: botSubnetId
    outboundVnetRouting: { allTraffic: true }
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet SafeguardingTeams.Bot.dll'
      alwaysOn: true
      healthCheckPath: '/health/live'
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      remoteDebuggingEnabled: false
      webSocketsEnabled: false
      appSettings: concat(both, chosen, [
        { name: 'AzureAd__ClientId', value: partnership.pageClientId }
        { name: 'Storage__CookieKey', value: 'https://${vaultName}${environment().suffixes.keyvaultDns}/keys/cookies' }
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
      ])
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource timersPlan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'asp-safeguarding-timers-${environmentName}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zones }
}

resource timers 'Microsoft.Web/sites@2024-11-01' = {
  name: timersName
  location: location
  tags: union(tags, { 'azd-service-name': 'timers' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: timersPlan.id
    httpsOnly: true
    // Nobody calls it; only its package comes in, by a token.
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: timersSubnetId
    outboundVnetRouting: { allTraffic: true }
    keyVaultReferenceIdentity: identity.id
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: package
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: timersMemory, maximumInstanceCount: 40 }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      remoteDebuggingEnabled: false
      ipSecurityRestrictionsDefaultAction: 'Deny'
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
      scmIpSecurityRestrictionsUseMain: false
      appSettings: concat(both, chosen, [
        { name: 'AzureWebJobsStorage__accountName', value: runtimeName }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identity.properties.clientId};Authorization=AAD' }
      ])
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource botLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: bot
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource timersLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: timers
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource botPlanLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: botPlan
  properties: { workspaceId: workspaceId, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

resource timersPlanLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: timersPlan
  properties: { workspaceId: workspaceId, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

@description('The host that page, bot and API are reached at.')
output pageHost string = pageHost

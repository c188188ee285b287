// A storage account that opens to identities only, from inside the network only.

@description('Its name.')
param name string

@description('Where it is.')
param location string

@description('The tags of every resource.')
param tags object

@description('How often it is kept: over zones, or in one place.')
@allowed(['Standard_ZRS', 'Standard_LRS'])
param sku string

@description('Whether every version of a blob is kept. Immutable containers need it.')
param versioned bool

@description('Its tables.')
param tables string[]

@description('Containers in which nothing can be deleted for so many days.')
param immutable { name: string, days: int }[]

@description('Containers without such a rule.')
param containers string[]

@description('What it is reached at privately.')
param services ('blob' | 'table' | 'queue')[]

@description('The prefix, container first, of what is deleted by itself; empty for nothing.')
param expires string

@description('After how many days.')
param expiresAfterDays int

@description('Whether roles may be assigned and locks set.')
param rolesAndLocks bool

@description('The hosts\' identity. It may read and write blobs of the immutable containers too.')
param identityName string

@description('What the identity may do in the whole account.')
param accountRoles ('tableContributor' | 'queueContributor' | 'blobOwner')[]

@description('A key of the partnership\'s own; null for Microsoft\'s.')
param encryption { vaultUri: string, key: string, identityId: string }?

@description('Where diagnostics go.')
param workspaceId string

@description('The subnet of private endpoints.')
param subnetId string

@description('The private DNS zones, by service.')
param zoneIds object

var roles = {
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fe88'
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
}
var blobContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
var own = encryption == null
  ? { keySource: 'Microsoft.Storage' }
  : {
      keySource: 'Microsoft.Keyvault'
      identity: { userAssignedIdentity: encryption!.identityId }
      keyvaultproperties: { keyvaulturi: encryption!.vaultUri, keyname: encryption!.key }
    }

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  identity: encryption == null ? { type: 'None' } : { type: 'UserAssigned', userAssignedIdentities: { '${encryption!.identityId}': {} } }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
    encryption: union(own, {
      requireInfrastructureEncryption: true
      // From the first day: it cannot be changed, and a key of one's own needs it.
      services: {
        blob: { enabled: true, keyType: 'Account' }
        file: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
      }
    })
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: versioned
    changeFeed: { enabled: versioned }
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource named 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

resource open 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource fixed 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in immutable: {
    parent: blobs
    name: container.name
    properties: { publicAccess: 'None', immutableStorageWithVersioning: { enabled: true } }
  }
]

// Not locked: whoever is sure locks it, and can then never shorten it (runbook 10).
resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [
  for (container, i) in immutable: {
    parent: fixed[i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: container.days, allowProtectedAppendWrites: false }
  }
]

resource ends 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = if (!empty(expires)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'ends'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: [expires] }
            actions: {
              baseBlob: { delete: { daysAfterCreationGreaterThan: expiresAfterDays } }
              version: { delete: { daysAfterCreationGreaterThan: expiresAfterDays } }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource may 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in accountRoles: if (rolesAndLocks) {
    name: guid(account.id, identityName, role)
    scope: account
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles[role])
    }
  }
]

resource mayKeep 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in immutable: if (rolesAndLocks) {
    name: guid(fixed[i].id, identityName, blobContributor)
    scope: fixed[i]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: blobContributor
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (rolesAndLocks && !empty(immutable)) {
  name: 'keep'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'Records of children. Taken off only to dispose of them.' }
}

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for service in services: {
    name: 'pe-${name}-${service}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      customNetworkInterfaceName: 'nic-${name}-${service}'
      privateLinkServiceConnections: [
        { name: service, properties: { privateLinkServiceId: account.id, groupIds: [service] } }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (service, i) in services: {
    parent: endpoints[i]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zoneIds[service] } }] }
  }
]

resource accountLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: { workspaceId: workspaceId, metrics: [{ category: 'Transaction', enabled: true }] }
}

resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tableService
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queueService
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

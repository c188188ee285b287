// Keys, and nothing else: one wraps the keys of the page's cookies; another encrypts storage, where the partnership wants its own.

@description('Its name.')
param name string

@description('Where it is.')
param location string

@description('The tags of every resource.')
param tags object

@description('The hosts\' identity.')
param identityName string

@description('Whether storage is encrypted with a key of the partnership\'s own.')
param customerManagedKeys bool

@description('Whether roles may be assigned and locks set.')
param rolesAndLocks bool

@description('Where diagnostics go.')
param workspaceId string

@description('The subnet of private endpoints.')
param subnetId string

@description('The private DNS zone.')
param zoneId string

var wraps = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }
  }
}

resource cookies 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'cookies'
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    rotationPolicy: {
      lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P1Y' } }]
    }
  }
}

resource storage 'Microsoft.KeyVault/vaults/keys@2024-11-01' = if (customerManagedKeys) {
  parent: vault
  name: 'storage'
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    rotationPolicy: {
      lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P1Y' } }]
    }
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// Storage's own, not the hosts': they have no part in how it is encrypted.
resource encryption 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (customerManagedKeys) {
  name: '${identityName}-encryption'
  location: location
  tags: tags
}

resource mayWrapCookies 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (rolesAndLocks) {
  name: guid(cookies.id, identityName, wraps)
  scope: cookies
  properties: { principalId: identity.properties.principalId, principalType: 'ServicePrincipal', roleDefinitionId: wraps }
}

resource mayWrapStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (rolesAndLocks && customerManagedKeys) {
  name: guid(storage.id, identityName, wraps)
  scope: storage
  properties: { principalId: encryption!.properties.principalId, principalType: 'ServicePrincipal', roleDefinitionId: wraps }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (rolesAndLocks) {
  name: 'keep'
  scope: vault
  properties: { level: 'CanNotDelete', notes: 'Without these keys nobody can stay signed in, and storage may not be readable.' }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-${name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    customNetworkInterfaceName: 'nic-${name}'
    privateLinkServiceConnections: [{ name: 'vault', properties: { privateLinkServiceId: vault.id, groupIds: ['vault'] } }]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'vault', properties: { privateDnsZoneId: zoneId } }] }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('The vault\'s address.')
output uri string = vault.properties.vaultUri

@description('The identity storage reads its key with; empty where there is none.')
output encryptionIdentityId string = customerManagedKeys ? encryption.id : ''

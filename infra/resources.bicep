// The resources, in one group. Can be deployed alone into a group that is there, by somebody who may do nothing outside it.

@description('The name of this environment.')
param environmentName string

@description('Where everything is that is anywhere.')
@allowed(['uksouth', 'ukwest'])
param location string

@description('The tags of every resource.')
param tags object

@description('What the partnership sets.')
param partnership partnershipSettings

@description('What the deployer decides about Azure itself.')
param platform platformSettings

import { partnershipSettings, platformSettings } from 'types.bicep'

var token = take(uniqueString(subscription().id, resourceGroup().id, environmentName), 8)
var zones = platform.zones && location == 'uksouth'
var botName = 'app-safeguarding-${environmentName}-${token}'
var timersName = 'func-safeguarding-${environmentName}-${token}'
var recordsName = 'strecords${token}'
var runtimeName = 'struntime${token}'
var vaultName = 'kv-safeguard-${token}'
var identityName = 'id-safeguarding-${environmentName}'
var insightsName = 'appi-safeguarding-${environmentName}'

// One identity, for both hosts: it is the bot too.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: identityName
  location: location
  tags: tags
}

module watch 'modules/watch.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    insightsName: insightsName
    existingWorkspaceId: platform.workspaceId
    team: platform.alertTeam
    identityName: identity.name
    assignRoles: platform.rolesAndLocks
  }
}

module network 'modules/network.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    addresses: platform.addresses
    routeTableId: platform.routeTableId
    workspaceId: watch.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    identityName: identity.name
    customerManagedKeys: platform.customerManagedKeys
    rolesAndLocks: platform.rolesAndLocks
    workspaceId: watch.outputs.workspaceId
    subnetId: network.outputs.endpoints
    zoneId: network.outputs.vaultZone
  }
}

// The records: table, what has left, exports and heads. Nothing but the product's own data roles reaches it.
module records 'modules/account.bicep' = {
  params: {
    name: recordsName
    location: location
    tags: tags
    sku: zones ? 'Standard_ZRS' : 'Standard_LRS'
    versioned: true
    tables: ['safeguarding']
    immutable: [
      { name: 'kept', days: platform.keptDays }
      { name: 'audit', days: platform.auditDays }
    ]
    containers: []
    services: ['blob', 'table', 'queue']
    expires: 'audit/export/'
    expiresAfterDays: platform.auditDays + 1
    rolesAndLocks: platform.rolesAndLocks
    identityName: identity.name
    accountRoles: ['tableContributor']
    encryption: platform.customerManagedKeys
      ? { vaultUri: vault.outputs.uri, key: 'storage', identityId: vault.outputs.encryptionIdentityId }
      : null
    workspaceId: watch.outputs.workspaceId
    subnetId: network.outputs.endpoints
    zoneIds: network.outputs.storageZones
  }
}

// What the Functions host keeps for itself, and its package: an account of its own, so that the wide role it needs opens no record.
module runtime 'modules/account.bicep' = {
  params: {
    name: runtimeName
    location: location
    tags: tags
    sku: zones ? 'Standard_ZRS' : 'Standard_LRS'
    versioned: false
    tables: []
    immutable: []
    containers: ['package']
    services: ['blob', 'table', 'queue']
    expires: ''
    expiresAfterDays: 0
    rolesAndLocks: platform.rolesAndLocks
    identityName: identity.name
    accountRoles: ['blobOwner', 'queueContributor', 'tableContributor']
    encryption: platform.customerManagedKeys
      ? { vaultUri: vault.outputs.uri, key: 'storage', identityId: vault.outputs.encryptionIdentityId }
      : null
    workspaceId: watch.outputs.workspaceId
    subnetId: network.outputs.endpoints
    zoneIds: network.outputs.storageZones
  }
}

module hosts 'modules/hosts.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    botName: botName
    timersName: timersName
    partnership: partnership
    plan: platform.plan
    recordsTable: platform.recordsTable
    instances: platform.instances
    zones: zones
    timersMemory: int(platform.timersMemory)
    identityName: identity.name
    insightsName: insightsName
    recordsName: recordsName
    runtimeName: runtimeName
    vaultName: vaultName
    botSubnetId: network.outputs.bot
    timersSubnetId: network.outputs.timers
    workspaceId: watch.outputs.workspaceId
  }
  dependsOn: [records, runtime, vault]
}

module bot 'modules/bot.bicep' = {
  params: {
    name: 'bot-safeguarding-${environmentName}-${token}'
    tags: tags
    displayName: partnership.name
    host: hosts.outputs.pageHost
    identityName: identity.name
    workspaceId: watch.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    workspaceId: watch.outputs.workspaceId
    actionGroupId: watch.outputs.actionGroupId
  }
}

@description('The bot\'s application id: the client id of the identity.')
output botId string = identity.properties.clientId

@description('The object id of the identity.')
output identityObjectId string = identity.properties.principalId

@description('The host that page, bot and API are reached at.')
output pageHost string = hosts.outputs.pageHost

@description('The bot\'s web app.')
output botName string = botName

@description('The timers\' function app.')
output timersName string = timersName

@description('The storage account of the records.')
output recordsAccount string = recordsName

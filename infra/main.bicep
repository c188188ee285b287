// Everything of Azure that a partnership needs, in a resource group of its own or in one that is there (docs/infrastructure.md).
targetScope = 'subscription'

@description('The name of this environment, such as test or live: it stands in names and tags.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('UK South, or UK West, which has no zones. Anywhere else is another decision, with an assessment of its own.')
@allowed(['uksouth', 'ukwest'])
@metadata({ azd: { type: 'location' } })
param location string

@description('A resource group that is there already and is used as it is; empty to make one.')
param existingResourceGroup string = ''

@description('What the partnership sets: settings of the product, as docs/configuration.md says them.')
param partnership partnershipSettings

@description('What the deployer decides about Azure itself.')
param platform platformSettings

import { partnershipSettings, platformSettings } from 'types.bicep'

var tags = {
  'azd-env-name': environmentName
  Environment: environmentName
  Product: 'Safeguarding in Teams'
  'Service Offering': 'Safeguarding children partnership'
  Classification: 'OFFICIAL-SENSITIVE'
}
var groupName = empty(existingResourceGroup) ? 'rg-safeguarding-${environmentName}' : existingResourceGroup

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = if (empty(existingResourceGroup)) {
  name: groupName
  location: location
  tags: tags
}

module resources 'resources.bicep' = {
  scope: resourceGroup(groupName)
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    partnership: partnership
    platform: platform
  }
  dependsOn: [group]
}

@description('The resource group everything is in.')
output AZURE_RESOURCE_GROUP string = groupName

@description('The bot\'s application id, which is the client id of the hosts\' identity: for the Teams package.')
output BOT_ID string = resources.outputs.botId

@description('The object id of the hosts\' identity: for app roles of Graph, Exchange and the site.')
output IDENTITY_OBJECT_ID string = resources.outputs.identityObjectId

@description('The host that page, bot and API are reached at.')
output PAGE_HOST string = resources.outputs.pageHost

@description('The bot\'s web app.')
output SERVICE_BOT_NAME string = resources.outputs.botName

@description('The timers\' function app.')
output SERVICE_TIMERS_NAME string = resources.outputs.timersName

@description('The storage account of the records.')
output RECORDS_ACCOUNT string = resources.outputs.recordsAccount

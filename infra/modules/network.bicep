// A network of its own: one subnet for private endpoints, one for each host's way out.

@description('The name of this environment.')
param environmentName string

@description('Where it is.')
param location string

@description('The tags of every resource.')
param tags object

@description('The addresses, a /24.')
param addresses string

@description('A route table that leads out through a firewall; empty for none.')
param routeTableId string

@description('Where diagnostics go.')
param workspaceId string

var routes = empty(routeTableId) ? null : { id: routeTableId }
var services = ['blob', 'table', 'queue']

// In: what is in the network, over TLS. Out: TLS, since Graph, Teams and flows are on the Internet, and nothing else.
resource guard 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-safeguarding-${environmentName}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'in-tls-from-the-network'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '443'
        }
      }
      {
        name: 'in-nothing-else'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      {
        name: 'out-tls'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'out-nothing-else'
        properties: {
          priority: 4096
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource guardLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: guard
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-safeguarding-${environmentName}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addresses] }
    subnets: [
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addresses, 26, 0)
          networkSecurityGroup: { id: guard.id }
          privateEndpointNetworkPolicies: 'Enabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'bot'
        properties: {
          addressPrefix: cidrSubnet(addresses, 26, 1)
          networkSecurityGroup: { id: guard.id }
          routeTable: routes
          delegations: [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]
        }
      }
      {
        name: 'timers'
        properties: {
          addressPrefix: cidrSubnet(addresses, 26, 2)
          networkSecurityGroup: { id: guard.id }
          routeTable: routes
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
    ]
  }

  resource endpoints 'subnets' existing = { name: 'endpoints' }

  resource bot 'subnets' existing = { name: 'bot' }

  resource timers 'subnets' existing = { name: 'timers' }
}

resource networkLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource storageZones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource storageLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: storageZones[i]
    name: 'link'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

resource vaultZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
  tags: tags
}

resource vaultLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: vaultZone
  name: 'link'
  location: 'global'
  tags: tags
  properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
}

@description('The subnet of private endpoints.')
output endpoints string = network::endpoints.id

@description('The bot\'s way out.')
output bot string = network::bot.id

@description('The timers\' way out.')
output timers string = network::timers.id

@description('The zones of storage: blob, table, queue.')
output storageZones object = { blob: storageZones[0].id, table: storageZones[1].id, queue: storageZones[2].id }

@description('The zone of the vault.')
output vaultZone string = vaultZone.id

// What a deployment is told. docs/infrastructure.md says where each comes from.

@export()
@description('Settings of the product.')
type partnershipSettings = {
  @description('The name of the partnership, as people read it in Azure.')
  @maxLength(42)
  name: string

  @description('AzureAd:ClientId, the registration of the page (runbook 2).')
  pageClientId: string

  @description('The host of the page where it is one of your own, such as cases.partnership.example; empty for the one Azure gives.')
  pageHost: string

  @description('Whether letters of the partnership\'s own are in partnership/letters.')
  letters: bool

  @description('Section Graph of the configuration; every field empty until Outlook and SharePoint are set up (runbook 5 to 7).')
  graph: graphSettings

  @description('Section Connector of the configuration; every field empty where no flows are used (runbook 11).')
  connector: connectorSettings
}

@description('Outlook and SharePoint.')
type graphSettings = {
  @description('Graph:TenantId.')
  tenantId: string

  @description('Graph:Mailbox.')
  mailbox: string

  @description('Graph:SiteId.')
  siteId: string

  @description('Graph:CaseRecords.')
  caseRecords: string

  @description('Graph:SecuredRecords.')
  securedRecords: string

  @description('Graph:Submissions.')
  submissions: string
}

@description('Flows.')
type connectorSettings = {
  @description('Connector:ClientId.')
  clientId: string

  @description('Connector:CallbackHosts, with commas.')
  callbackHosts: string
}

@export()
@description('Switches and sizes.')
type platformSettings = {
  @description('Whether hosts and storage are spread over zones. UK West has none, whatever is said here.')
  zones: bool

  @description('Whether the deployer may assign roles and set locks. Where not, somebody who may does both (runbook 3).')
  rolesAndLocks: bool

  @description('The resource id of a central Log Analytics workspace; empty to make one.')
  workspaceId: string

  @description('Whether storage is encrypted with a key of the partnership\'s own.')
  customerManagedKeys: bool

  @description('The team alerts reach, and its mailbox.')
  alertTeam: { name: string, email: string }

  @description('The addresses of the network, a /24.')
  addresses: string

  @description('The resource id of a route table that leads out through a central firewall; empty for none.')
  routeTableId: string

  @description('The plan of the bot.')
  plan: 'P0v3' | 'P1v3' | 'P2v3'

  @description('Instances of the bot. Two at least where there are zones.')
  @minValue(1)
  @maxValue(10)
  instances: int

  @description('The table of the records: another one after a copy was put back (runbook 14).')
  recordsTable: string

  @description('Memory of an instance of the timers, in MB.')
  timersMemory: '512' | '2048' | '4096'

  @description('How many days what has left the house cannot be deleted by anybody.')
  @minValue(1)
  @maxValue(36500)
  keptDays: int

  @description('How many days exports and heads of the audit chain cannot be deleted by anybody.')
  @minValue(1)
  @maxValue(36500)
  auditDays: int
}

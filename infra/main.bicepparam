// Filled from the environment of azd: `azd env set NAME value`. What is empty is left out. docs/infrastructure.md lists the names.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'uksouth')
param existingResourceGroup = readEnvironmentVariable('EXISTING_RESOURCE_GROUP', '')
param partnership = {
  name: readEnvironmentVariable('PARTNERSHIP_NAME')
  pageClientId: readEnvironmentVariable('PAGE_CLIENT_ID')
  pageHost: readEnvironmentVariable('OWN_PAGE_HOST', '')
  letters: bool(readEnvironmentVariable('OWN_LETTERS', 'false'))
  graph: {
    tenantId: readEnvironmentVariable('GRAPH_TENANT_ID', '')
    mailbox: readEnvironmentVariable('GRAPH_MAILBOX', '')
    siteId: readEnvironmentVariable('GRAPH_SITE_ID', '')
    caseRecords: readEnvironmentVariable('GRAPH_CASE_RECORDS', '')
    securedRecords: readEnvironmentVariable('GRAPH_SECURED_RECORDS', '')
    submissions: readEnvironmentVariable('GRAPH_SUBMISSIONS', '')
  }
  connector: {
    clientId: readEnvironmentVariable('CONNECTOR_CLIENT_ID', '')
    callbackHosts: readEnvironmentVariable('CONNECTOR_CALLBACK_HOSTS', '')
  }
}
param platform = {
  zones: bool(readEnvironmentVariable('ZONES', 'true'))
  rolesAndLocks: bool(readEnvironmentVariable('ROLES_AND_LOCKS', 'true'))
  workspaceId: readEnvironmentVariable('CENTRAL_WORKSPACE_ID', '')
  customerManagedKeys: bool(readEnvironmentVariable('CUSTOMER_MANAGED_KEYS', 'false'))
  alertTeam: {
    name: readEnvironmentVariable('ALERT_TEAM')
    email: readEnvironmentVariable('ALERT_EMAIL')
  }
  addresses: readEnvironmentVariable('NETWORK_ADDRESSES', '10.20.30.0/24')
  routeTableId: readEnvironmentVariable('ROUTE_TABLE_ID', '')
  plan: readEnvironmentVariable('PLAN', 'P0v3')
  instances: int(readEnvironmentVariable('INSTANCES', '2'))
  recordsTable: readEnvironmentVariable('RECORDS_TABLE', 'safeguarding')
  timersMemory: readEnvironmentVariable('TIMERS_MEMORY', '2048')
  keptDays: int(readEnvironmentVariable('KEPT_DAYS', '365'))
  auditDays: int(readEnvironmentVariable('AUDIT_DAYS', '365'))
}

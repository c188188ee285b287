namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>Why a request to the bot was refused: a status and a stable reason, for the log; the caller learns only the status.</summary>
public sealed record InboundRefusal(int Status, string Reason);

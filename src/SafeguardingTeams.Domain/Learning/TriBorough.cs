namespace SafeguardingTeams.Domain.Learning;

/// <summary>What went to the TriBorough group, and what came back (E23), in words without names: no document leaves from here.</summary>
/// <param name="Sent">What was sent, and when; null while nothing was.</param>
/// <param name="Answer">What came back, and when; null while nothing has.</param>
public sealed record TriBorough(OnADay? Sent, OnADay? Answer);

/// <summary>Something in words, and its day.</summary>
public sealed record OnADay(string What, DateOnly On);

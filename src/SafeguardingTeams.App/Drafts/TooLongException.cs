namespace SafeguardingTeams.App.Drafts;

/// <summary>
/// What was typed is too long to be kept, or to be shown again. Nothing is saved; the card stays, with all that was typed.
/// </summary>
/// <param name="message">For the person: which answer, by how much, what to do.</param>
public sealed class TooLongException(string message) : Exception(message) { }

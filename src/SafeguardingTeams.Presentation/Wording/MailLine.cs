namespace SafeguardingTeams.Presentation.Wording;

/// <summary>A paragraph of a mail.</summary>
/// <param name="Link">A link after it; null where there is none.</param>
public sealed record MailLine(string Text, Uri? Link = null)
{
    /// <summary>A paragraph without a link.</summary>
    public static implicit operator MailLine(string text) => new(text);
}

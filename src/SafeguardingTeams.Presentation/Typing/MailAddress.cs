using MimeKit;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Presentation.Typing;

/// <summary>
/// Email addresses as Outlook, a signature or a web page gives them: what surrounds the address is taken off. The one cleaning of all
/// places that take one; <see cref="Address"/> then says whether it is one.
/// </summary>
public static class MailAddress
{
    private const string Scheme = "mailto:";
    private const int LongestRead = 1000;

    /// <summary>The address in a text; the text itself where it holds none, or more than one.</summary>
    public static string Clean(string typed)
    {
        var plain = Typed.Plain(typed);
        var bare = plain.Trim(' ', ';', ',', '.', ':', '"', '\'', '(', ')', '[', ']');
        return plain.Length > LongestRead ? typed
            : Address.IsOne(bare) ? bare
            : InternetAddressList.TryParse(WithoutScheme(bare), out var list)
            && list is [MailboxAddress { Address: var found }]
            && WithoutScheme(found).TrimEnd('.') is var address
            && Address.IsOne(address)
                ? address
            : typed;
    }

    private static string WithoutScheme(string text)
    {
        var at = text.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase);
        var bare = at < 0 ? text : text.Remove(at, Scheme.Length);
        return at == 0 && bare.IndexOf('?', StringComparison.Ordinal) is > 0 and var end ? bare[..end] : bare;
    }
}

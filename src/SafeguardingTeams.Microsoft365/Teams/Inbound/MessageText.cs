using System.Net;
using System.Text;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>
/// The words of a message of Teams: its HTML without tags, and without what names somebody or stands for something else, which are
/// mentions, attachments and the message it replies to. One pass, whatever is sent.
/// </summary>
internal static class MessageText
{
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase) { "at", "attachment", "script", "style", "title" };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "blockquote",
        "br",
        "div",
        "h1",
        "h2",
        "h3",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "tr",
        "ul",
    };

    internal static string Plain(string html)
    {
        var text = new StringBuilder(html.Length);
        string? leaving = null;
        for (int at = 0, depth = 0; at < html.Length; )
        {
            if (!BeginsTag(html, at))
            {
                if (leaving is null)
                {
                    text.Append(html[at]);
                }

                at++;
                continue;
            }

            var end = EndOfTag(html, at);
            var closes = html[at + 1] == '/';
            var name = Name(html, at + (closes ? 2 : 1));
            var tag = html.AsSpan(at, end - at);
            at = end;
            if (leaving is not null)
            {
                depth +=
                    !name.Equals(leaving, StringComparison.OrdinalIgnoreCase) || Empty(tag) ? 0
                    : closes ? -1
                    : 1;
                leaving = depth > 0 ? leaving : null;
            }
            else if (!closes && !Empty(tag) && (Left.Contains(name) || IsReply(name, tag)))
            {
                (leaving, depth) = (name, 1);
            }
            else if (Lines.Contains(name))
            {
                text.Append('\n');
            }
        }

        return Tidy(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>Without blanks in a row, more than one empty line, or anything that cannot be seen.</summary>
    internal static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var (lines, blank) = (0, false);
        foreach (var one in text)
        {
            if (one is '\n' or '\u2028' or '\u2029')
            {
                lines++;
            }
            else if (char.IsWhiteSpace(one))
            {
                blank = true;
            }
            else if (!char.IsControl(one))
            {
                if (tidy.Length > 0)
                {
                    tidy.Append(
                        lines > 0 ? new string('\n', Math.Min(lines, 2))
                        : blank ? " "
                        : ""
                    );
                }

                tidy.Append(one);
                (lines, blank) = (0, false);
            }
        }

        return tidy.ToString();
    }

    private static bool BeginsTag(string html, int at) =>
        html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    /// <summary>Past the tag that begins here; a mark in quotes does not end it, and what never ends goes to the end of the text.</summary>
    private static int EndOfTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            return html.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var close ? close + 3 : html.Length;
        }

        var quote = '\0';
        for (at++; at < html.Length; at++)
        {
            var one = html[at];
            if (quote != '\0')
            {
                quote = one == quote ? '\0' : quote;
            }
            else if (one == '>')
            {
                return at + 1;
            }
            else if (one is '"' or '\'' && html[at - 1] == '=')
            {
                quote = one;
            }
        }

        return html.Length;
    }

    private static string Name(string html, int from)
    {
        var to = from;
        while (to < html.Length && char.IsAsciiLetterOrDigit(html[to]))
        {
            to++;
        }

        return html[from..to];
    }

    private static bool Empty(ReadOnlySpan<char> tag) => tag.EndsWith("/>");

    /// <summary>The quotation of the message replied to begins with its sender's name.</summary>
    private static bool IsReply(string name, ReadOnlySpan<char> tag) =>
        name.Equals("blockquote", StringComparison.OrdinalIgnoreCase)
        && tag.Contains("schema.skype.com/Reply", StringComparison.OrdinalIgnoreCase);
}

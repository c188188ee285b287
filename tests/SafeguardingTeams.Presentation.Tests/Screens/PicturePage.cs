using System.Text;
using SafeguardingTeams.Testing;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>One page with the pictures of all cards, by family and name, as on a phone and on a desk side by side.</summary>
internal static class PicturePage
{
    private static readonly Lazy<bool> Written = new(() =>
    {
        File.WriteAllText(Path.Combine(Browser.Pictures, "index.html"), Html());
        return true;
    });

    /// <summary>Writes it, once a run: it depends on the names alone.</summary>
    internal static void Write() => _ = Written.Value;

    internal static string Name(string card, int width) => $"card-{card}-{width}";

    internal static string Html()
    {
        var html = new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <title>All cards</title>
            <style>
            body { font: 16px sans-serif; margin: 24px }
            .card { display: flex; gap: 24px; align-items: flex-start; margin-bottom: 32px }
            img { border: 1px solid #767676 }
            </style>
            </head>
            <body>
            <h1>All cards</h1>

            """
        );
        foreach (var family in CardFamily.All)
        {
            html.Append(Invariant, $"<p><a href=\"#{family}\">{family}</a>, {Gallery.Family(family).Count()}</p>\n");
        }

        foreach (var family in CardFamily.All)
        {
            html.Append(Invariant, $"<h2 id=\"{family}\">{family}</h2>\n");
            foreach (var (name, _) in Gallery.Family(family))
            {
                html.Append(
                    Invariant,
                    $"<h3 id=\"{name}\">{name}</h3>\n<div class=\"card\">{Picture(name, 360)}{Picture(name, 760)}</div>\n"
                );
            }
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string Picture(string card, int width) =>
        $"<img src=\"{Name(card, width)}.png\" alt=\"{card} at {width} px\" width=\"{width}\" loading=\"lazy\">";
}

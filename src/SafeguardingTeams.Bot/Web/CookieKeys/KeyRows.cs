using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.Bot.Web.CookieKeys;

/// <summary>The keys that protect the page's cookies, as rows of the case storage; wrapped by the vault, where there is one.</summary>
internal sealed class KeyRows(IRows rows) : IXmlRepository
{
    private const string Prefix = "meta|cookie-key|";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. rows.ReadAsync(Prefix, CancellationToken.None).GetAwaiter().GetResult().Select(row => XElement.Parse(row["xml"]))];

    public void StoreElement(XElement element, string friendlyName) =>
        rows.CommitAsync(
                [
                    new RowWrite.Put(
                        $"{Prefix}{friendlyName}",
                        new Dictionary<string, string> { ["xml"] = element.ToString(SaveOptions.DisableFormatting) }
                    ),
                ],
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
}

using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace SafeguardingTeams.Bot.Web.CookieKeys;

/// <summary>
/// Seals each key of cookies with a secret of its own, which the vault wraps: whoever has the table has nothing that opens a session.
/// </summary>
internal sealed class WrappedKeys(CookieVault vault) : IXmlEncryptor
{
    private const int SecretBytes = 32;

    private const int TagBytes = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var (version, wrapped) = vault.Wrap(secret);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (sealedText, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var cipher = new AesGcm(secret, TagBytes);
        cipher.Encrypt(nonce, plain, sealedText, tag, Encoding.UTF8.GetBytes(version));
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(plain);
        return new(
            new XElement(
                "wrappedKey",
                new XAttribute("version", version),
                new XAttribute("secret", Convert.ToBase64String(wrapped)),
                new XAttribute("nonce", Convert.ToBase64String(nonce)),
                new XAttribute("tag", Convert.ToBase64String(tag)),
                Convert.ToBase64String(sealedText)
            ),
            typeof(WrappedKeysReader)
        );
    }

    /// <summary>Opens what <see cref="Encrypt"/> sealed.</summary>
    /// <exception cref="CryptographicException">It was changed.</exception>
    internal static XElement Open(XElement element, CookieVault vault)
    {
        byte[] Bytes(string name) => Convert.FromBase64String((string)element.Attribute(name)!);
        var version = (string)element.Attribute("version")!;
        var secret = vault.Unwrap(version, Bytes("secret"));
        var sealedText = Convert.FromBase64String(element.Value);
        var plain = new byte[sealedText.Length];
        using var cipher = new AesGcm(secret, TagBytes);
        cipher.Decrypt(Bytes("nonce"), sealedText, Bytes("tag"), plain, Encoding.UTF8.GetBytes(version));
        CryptographicOperations.ZeroMemory(secret);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

/// <summary>Made by the framework, by the name that stands beside each key that was sealed.</summary>
internal sealed class WrappedKeysReader(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => WrappedKeys.Open(encryptedElement, services.GetRequiredService<CookieVault>());
}

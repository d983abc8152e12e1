using System.Net;
using System.Net.Sockets;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Private keys that open nothing outside: their certificate is self-signed or for local names, or a script creates a new one at will.</summary>
/// <remarks>RFC 2606 for names of examples; RFC 6761 and RFC 6762 for names of special use; RFC 1918 for private addresses.</remarks>
internal sealed class LocalKeys(Deployment deployment)
{
    private static readonly string[] LocalEndings =
    [
        ".local",
        ".localhost",
        ".test",
        ".internal",
        ".example",
        ".invalid",
        ".lan",
        "example.com",
        "example.org",
        "example.net",
    ];

    private readonly ILookup<string, CertificateFile> certificates = deployment
        .Of<CertificateFile>()
        .ToLookup(file => file.File.Directory, StringComparer.Ordinal);

    private readonly IReadOnlyList<CommandSite> generators =
    [
        .. deployment.Commands.Where(site =>
            site.Command.Program == "openssl" && ((Has(site, "req") && Has(site, "-x509")) || Has(site, "genrsa") || Has(site, "genpkey"))
        ),
    ];

    /// <summary>Why a key is for local use only; null if unknown.</summary>
    public string? Why(PlacedSecret key)
    {
        var (directory, name) = (key.File.File.Directory, key.File.File.Name);
        var given = key.Secret.Certificate;
        var own = Own(key.File.File);
        IReadOnlyList<CertificateFile> files =
            given is not null ? []
            : own is null ? [.. certificates[directory]]
            : [own];
        return key.Secret.IsOfSandbox ? "its cluster is on the same machine"
            : given is not null && WhyLocal(given) is { } why ? $"the certificate beside it is {why}"
            : files.Count > 0 && files.All(file => WhyLocal(file.Certificates[0]) is not null)
                ? $"the certificate {files[0].File.Path} is {WhyLocal(files[0].Certificates[0])}"
            : Array.Find(directory.Split('/'), IsExample) is { } example ? $"it is in {example}"
            : generators.FirstOrDefault(site => Makes(site, directory, name)) is { } generator ? $"{generator.Span} creates one"
            : null;
    }

    /// <summary>The expiry date of its certificate, if past.</summary>
    public DateOnly? Ended(PlacedSecret key) => Ends(key) is { } end && end < EndOfLifeDates.AsOf ? end : null;

    /// <summary>With the key, anyone can pose as the certificate's subject to those who trust its issuer.</summary>
    public bool IsCertified(PlacedSecret key) => Ends(key) >= EndOfLifeDates.AsOf;

    private DateOnly? Ends(PlacedSecret key) => (key.Secret.Certificate ?? Own(key.File.File)?.Certificates[0])?.Ends;

    /// <summary>The certificate in the same file, or in one with a matching name.</summary>
    private CertificateFile? Own(SourceFile key)
    {
        var beside = certificates[key.Directory].ToList();
        return beside.Find(file => file.File.Path == key.Path) ?? beside.Find(file => Stem(file.File.Name) == Stem(key.Name));
    }

    private static string? WhyLocal(Certificate certificate) =>
        certificate.IsSelfSigned ? "self-signed"
        : certificate.Names.Count > 0 && certificate.Names.All(IsLocal) ? $"for {string.Join(", ", certificate.Names.Take(3))}"
        : null;

    private static bool IsExample(string part) =>
        part.EndsWith("example.com", StringComparison.OrdinalIgnoreCase)
        || part.EndsWith("example.org", StringComparison.OrdinalIgnoreCase)
        || part.EndsWith("example.net", StringComparison.OrdinalIgnoreCase);

    private static bool IsLocal(string name) =>
        IPAddress.TryParse(name, out var address)
            ? IsPrivate(address)
            : !name.Contains('.', StringComparison.Ordinal)
                || Array.Exists(LocalEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsPrivate(IPAddress address) =>
        IPAddress.IsLoopback(address)
        || (
            address.AddressFamily == AddressFamily.InterNetwork
                ? address.GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and < 32, ..] or [0, 0, 0, 0]
                : address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal
        );

    /// <summary><c>openssl req -x509 … -keyout certs/server.key</c> in a script of the same directory or one above.</summary>
    private static bool Makes(CommandSite site, string directory, string name)
    {
        var words = site.Command.Words;
        var above = site.Span.File.Directory;
        return (above.Length == 0 || directory == above || directory.StartsWith(above + "/", StringComparison.Ordinal))
            && words
                .Zip(words.Skip(1), (word, next) => new { word, next })
                .Any(pair => IsKey(site, pair.word.Literal) && IsFor(pair.next.Raw, above, directory, name));
    }

    private static bool IsKey(CommandSite site, string? option) => option is "-keyout" || (option is "-out" && !Has(site, "req"));

    /// <summary>The same name; or a name completed by a variable, in the same directory: <c>key/$name.pem</c>.</summary>
    private static bool IsFor(string raw, string above, string directory, string name)
    {
        var path = raw.Trim('"', '\'');
        var slash = path.LastIndexOf('/');
        var file = path[(slash + 1)..];
        return file == name
            || (
                file.Contains('$', StringComparison.Ordinal)
                && slash > 0
                && directory == (above.Length == 0 ? path[..slash] : $"{above}/{path[..slash]}")
            );
    }

    private static bool Has(CommandSite site, string word) => site.Command.Words.Any(other => other.Literal == word);

    private static string Stem(string name) => name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;
}

using System.Globalization;

namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>An address that somebody named: only those are asked.</summary>
/// <param name="Uri">Absolute, of http or https.</param>
public sealed record PublicAddress(Uri Uri)
{
    public const string Form = "http://host[:port][/path] or https://host[:port][/path], without user and password";

    public bool IsTls => Uri.Scheme == Uri.UriSchemeHttps;

    public string Host => Uri.IdnHost.Trim('[', ']');

    public int Port => Uri.Port;

    /// <summary>What stands behind the host.</summary>
    public string Path => Uri.PathAndQuery;

    /// <summary>Nothing but the host was named.</summary>
    public bool IsRoot => Uri.PathAndQuery == "/";

    /// <summary>As the header <c>Host</c> has it.</summary>
    public string Authority => Uri.IsDefaultPort ? Uri.IdnHost : string.Create(CultureInfo.InvariantCulture, $"{Uri.IdnHost}:{Uri.Port}");

    /// <summary>Null for what is no such address.</summary>
    public static PublicAddress? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { UserInfo.Length: 0, Host.Length: > 0, Fragment.Length: 0 }
            ? new PublicAddress(uri)
            : null;

    /// <summary>Another path of the same host.</summary>
    public PublicAddress At(string path) => new(new Uri(Uri, path));

    /// <summary>The same host where browsers go first; null where the port is one of its own.</summary>
    public PublicAddress? Plain() => IsTls && Uri.IsDefaultPort ? new PublicAddress(new UriBuilder("http", Uri.Host, 80, "/").Uri) : null;

    public override string ToString() => Uri.AbsoluteUri;
}

namespace Seaworthy.Deploying.Certificates;

/// <summary>Who orders certificates, and where.</summary>
/// <param name="Email">The address of the account.</param>
/// <param name="Directory">The URL at which the server of ACME says what it offers.</param>
/// <remarks>Source: RFC 8555, sections 7.1.1 and 7.3.</remarks>
public sealed record AcmeAccount(string Email, string Directory)
{
    public const string LetsEncrypt = "https://acme-v02.api.letsencrypt.org/directory";

    /// <summary>Where the server is asked, as sentences name it.</summary>
    public string Server => Uri.TryCreate(Directory, UriKind.Absolute, out var url) ? url.Authority : Directory;
}

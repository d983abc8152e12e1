using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>How people write what becomes of certificates, in scripts, timers, workflows and instructions.</summary>
/// <remarks>Sources: Certbot documentation, "User Guide"; nginx documentation, "Controlling nginx".</remarks>
public static class CertificateWords
{
    private static readonly string[] Renewals =
    [
        "certbot renew",
        "certbot -q renew",
        "certbot-renew",
        "letsencrypt renew",
        "renew-cert",
        "renew_cert",
        "renew-ssl",
        "ssl-renew",
        "cert-renew",
        "acme.sh",
    ];

    private static readonly string[] Loads =
    [
        "nginx -s reload",
        "nginx reload",
        "reload nginx",
        "nginx -s HUP",
        "SIGHUP",
        "-HUP",
        "restart nginx",
        "deploy-hook",
    ];

    /// <summary>Certificates are renewed, or it says how people do.</summary>
    public static bool Renews(SourceFile file) => Renewals.Any(file.Mentions);

    /// <summary>A server is made to load new certificates, and not the first one.</summary>
    public static bool Reloads(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !file.Mentions("certonly") && Loads.Any(file.Mentions);
    }
}

using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>What an absent host path of a bind mount was meant to be: Docker makes it as an empty directory.</summary>
internal static class BindPurposes
{
    private static readonly HashSet<string> FilesWithoutExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        "Caddyfile",
        "Corefile",
        "Dockerfile",
        "Makefile",
        "hosts",
        "users.acl",
    };

    /// <summary>Data and log directories want that; files, read-only mounts and configuration directories never do.</summary>
    public static bool IsMadeByDocker(ComposeMount mount, string source, string target) =>
        mount.CreatesHostPath && !mount.IsReadOnly && !IsFile(source, target) && !IsConfiguration(target);

    public static bool IsFile(string source, string target)
    {
        var name = RepositoryPath.NameOf(source.TrimEnd('/'));
        return !source.EndsWith('/')
            && (
                HasExtension(name)
                || FilesWithoutExtension.Contains(name)
                || (HasExtension(RepositoryPath.NameOf(target)) && !name.StartsWith('.'))
            );
    }

    /// <summary>Keys, certificates, passwords: made where the software is deployed.</summary>
    public static bool IsPrivate(string source) =>
        source.Contains("service-account", StringComparison.OrdinalIgnoreCase)
        || source.Contains("service_account", StringComparison.OrdinalIgnoreCase)
        || source.Contains("serviceaccount", StringComparison.OrdinalIgnoreCase)
        || source
            .ToLowerInvariant()
            .Split(['/', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word =>
                word
                    is "ssl"
                        or "tls"
                        or "cert"
                        or "certs"
                        or "certificates"
                        or "certbot"
                        or "letsencrypt"
                        or "acme"
                        or "pem"
                        or "key"
                        or "keys"
                        or "crt"
                        or "pfx"
                        or "secret"
                        or "secrets"
                        or "credentials"
                        or "credential"
                        or "token"
                        or "kubeconfig"
                        or "htpasswd"
                        or "passwd"
            );

    private static bool HasExtension(string name) =>
        name.LastIndexOf('.') is > 0 and var dot && name.Length - dot - 1 is > 0 and <= 8 && !name.EndsWith(".d", StringComparison.Ordinal);

    public static bool IsConfiguration(string target) =>
        target.StartsWith("/etc/", StringComparison.Ordinal) || target.StartsWith("/docker-entrypoint", StringComparison.Ordinal);
}

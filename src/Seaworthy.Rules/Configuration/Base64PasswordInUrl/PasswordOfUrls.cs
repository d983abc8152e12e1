using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Configuration;

/// <summary>Variables in URLs of compose files, manifests, scripts and files of variables, and what tells people or a script how to make their values.</summary>
/// <remarks>SQLAlchemy alone takes a password with a slash: <c>engine/url.py</c>, <c>_parse_url</c>.</remarks>
internal static class PasswordOfUrls
{
    private const string Tolerant = "sqlalchemy";

    public static IReadOnlyList<PasswordOfUrl> Link(Deployment deployment)
    {
        var uses = deployment
            .Artifacts.Where(artifact => artifact is ComposeFile or KubernetesManifest or ShellScript or EnvFile)
            .Select(artifact => artifact.File)
            .Distinct()
            .SelectMany(file => GeneratedPasswords.UsedInUrl(file).DistinctBy(use => use.Value))
            .ToLookup(use => use.Value, use => use.Span, StringComparer.Ordinal);
        if (uses.Count == 0 || IsTolerated(deployment))
        {
            return [];
        }

        var made = deployment
            .Artifacts.Where(artifact => artifact is Document or EnvFile or ShellScript)
            .Select(artifact => artifact.File)
            .Distinct()
            .SelectMany(GeneratedPasswords.In)
            .ToLookup(password => password.Variable, StringComparer.Ordinal);
        return
        [
            .. uses.OrderBy(use => use.Key, StringComparer.Ordinal)
                .Select(use => new PasswordOfUrl(
                    use.Key,
                    [.. use],
                    [
                        .. made[use.Key]
                            .OrderBy(password => password.Span.File.Path, StringComparer.Ordinal)
                            .ThenBy(password => password.Span.Start),
                    ]
                )),
        ];
    }

    private static bool IsTolerated(Deployment deployment) =>
        deployment
            .Of<Manifest>()
            .Any(manifest =>
                manifest.Ecosystem == Ecosystem.Python
                && manifest.Dependencies.Any(dependency => Dependency.PythonName(dependency.Name) == Tolerant)
            );
}

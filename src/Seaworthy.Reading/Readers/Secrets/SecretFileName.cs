using System.Collections.Frozen;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>What a path says about the secrets it may hold.</summary>
internal static class SecretFileName
{
    private static readonly FrozenSet<string> CodeEndings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "js jsx ts tsx mjs cjs py go rs cs java kt kts scala rb php dart swift vue svelte sh bash ps1".Split(' ')
    );

    private static readonly FrozenSet<string> ConfigurationEndings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "env yml yaml toml ini properties conf cfg config tf tfvars pem p8 key npmrc pypirc netrc git-credentials tfstate".Split(' ')
    );

    private static readonly FrozenSet<string> TextEndings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "md mdx rst adoc txt log csv tsv sql html htm xml plist xcconfig ipynb http rest gradle groovy ex exs lua pl r j2 tpl erb tmpl service bat cmd jmx".Split(
            ' '
        )
    );

    private static readonly FrozenSet<string> Keys = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".env", "credentials", ".htpasswd"]
    );

    private static readonly IReadOnlyList<string> SettingsWords =
    [
        "config",
        "settings",
        "credential",
        "secret",
        "service-account",
        "serviceaccount",
        "firebase",
        "gcp",
        "keys",
    ];

    private static readonly IReadOnlyList<string> SampleWords =
    [
        "example",
        "sample",
        "template",
        "test",
        "mock",
        "fixture",
        "spec",
        "demo",
        ".dist",
        "stub",
        "dummy",
        "openapi",
        "swagger",
        "e2e",
    ];

    public static bool MayHold(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var ending = Ending(name);
        if (
            name.EndsWith(".min.js", StringComparison.Ordinal)
            || name.EndsWith("lock.yaml", StringComparison.Ordinal)
            || name.EndsWith(".lock.yml", StringComparison.Ordinal)
        )
        {
            return false;
        }

        return CodeEndings.Contains(ending)
            || ConfigurationEndings.Contains(ending)
            || TextEndings.Contains(ending)
            || Keys.Contains(name)
            // Hyperledger Fabric's key stores.
            || (ending.Length == 0 && name.EndsWith("_sk", StringComparison.Ordinal))
            || IsBare(path)
            || name.StartsWith(".env", StringComparison.Ordinal)
            || name.StartsWith("Dockerfile", StringComparison.Ordinal)
            || (ending == "json" && name != "package-lock.json");
    }

    /// <summary>A name without an ending says nothing; what <c>ssh-keygen -f deploy</c> writes is such a file.</summary>
    public static bool IsBare(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length > 0 && !name.Contains('.') && !name.StartsWith("Dockerfile", StringComparison.Ordinal) && !Keys.Contains(name);
    }

    /// <summary>Prose and data are full of samples and hashes: there a secret is what its issuer's form tells, and nothing else.</summary>
    public static bool ShowsFormsOnly(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var ending = Ending(name);
        return TextEndings.Contains(ending)
            || (ending == "json" && !SettingsWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    public static bool IsCode(string path) => CodeEndings.Contains(Ending(path[(path.LastIndexOf('/') + 1)..]));

    public static bool IsSample(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return TestCode.IsTest(path)
            || FilePurposes.Has(path, FilePurpose.Test)
            || path.Split('/')
                .SkipLast(1)
                .Any(part =>
                    part.EndsWith("_testing", StringComparison.Ordinal)
                    || part.EndsWith("-testing", StringComparison.Ordinal)
                    || part
                        is "testcerts"
                            or "testcert"
                            or "testkeys"
                            or "testkey"
                            or "seeders"
                            or "seeds"
                            or "seed"
                            or "factories"
                            or "ci"
                            or ".ci"
                            or ".circleci"
                            or ".github"
                )
            || RepositoryPath.IsSample(path)
            || SampleWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string Ending(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name[(dot + 1)..] : "";
}

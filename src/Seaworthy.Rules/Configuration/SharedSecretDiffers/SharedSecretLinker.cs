using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Secrets of tokens that one service signs and another checks: with two values every token is rejected.</summary>
/// <remarks>Source: RFC 7515, "JSON Web Signature", A.1: the same key makes and checks the code of an HMAC.</remarks>
internal static class SharedSecretLinker
{
    private static readonly string[] Signing =
    [
        "jwt.sign(",
        "jwt.encode(",
        "SignJWT(",
        "jwtService.sign",
        ".signAsync(",
        "create_access_token(",
        "NewWithClaims(",
        "Jwts.builder(",
    ];

    private static readonly string[] Checking =
    [
        "jwt.verify(",
        "jwtVerify(",
        ".verifyAsync(",
        "jwt.Parse(",
        "ParseWithClaims(",
        "Jwts.parser",
    ];

    // In JavaScript, decode reads a token without checking it.
    private const string CheckingPython = "jwt.decode(";

    public static IReadOnlyList<SharedSecret> Link(Deployment deployment)
    {
        var secrets = deployment
            .Variables.SelectMany(variables => variables.Uses.Where(use => use.Name.Contains("JWT", StringComparison.OrdinalIgnoreCase)))
            .Where(use => SecretNames(use.Name) && use.Reads.All(read => !read.IsBuildTime))
            .ToList();
        return secrets.Count < 2
            ? []
            :
            [
                .. secrets
                    .GroupBy(use => new
                    {
                        use.Workload.TargetName,
                        use.Workload.Kind,
                        Key = SimilarName.Key(use.Name),
                    })
                    .Where(group => group.Count() > 1)
                    .SelectMany(group => Of([.. group])),
            ];
    }

    private static bool SecretNames(string name) =>
        name.EndsWith("SECRET", StringComparison.OrdinalIgnoreCase) || name.EndsWith("SECRET_KEY", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SharedSecret> Of(IReadOnlyList<VariableUse> uses)
    {
        var bySigning = uses.ToLookup(use => Has(use.Workload, Signing));
        var signers = bySigning[true].ToList();
        foreach (var use in bySigning[false].Where(use => signers.Count > 0 && Checks(use.Workload)))
        {
            var own = Value(use);
            var theirs = signers.Select(Value).ToList();
            var fromMachine = signers.TrueForAll(signer => Outside(signer) is not null);
            var isLeft = fromMachine && use.Supply is null && own is not null;
            if (own is null && theirs.Contains(null))
            {
                // A machine's variable is most likely the same for both.
                continue;
            }

            yield return new SharedSecret(use, signers)
            {
                IsLeftToDefault = isLeft,
                Differs = own is not null && !theirs.Contains(null) && !theirs.Contains(own, StringComparer.Ordinal),
                UnknownBecause = !isLeft && (own is null || theirs.Contains(null)) ? "one of the values is not in the repository" : null,
            };
        }
    }

    /// <summary>The machine's variables in the value.</summary>
    private static string? Outside(VariableUse use) => use.Supply is { Value.Unset: { Count: > 0 } unset } ? string.Join(' ', unset) : null;

    /// <summary>The effective value; null if unknown.</summary>
    private static string? Value(VariableUse use) =>
        Outside(use) is not null ? null
        : use.Supply is { } supply ? supply.Value.Text
        : use.UndecidedBecause is null && use.Reads.All(read => read.Default is CodeValue.Literal) ? Default(use)
        : null;

    private static string? Default(VariableUse use) =>
        use.Reads.Select(read => (read.Default as CodeValue.Literal)?.Text).Distinct(StringComparer.Ordinal).ToList() is [var only]
            ? only
            : null;

    private static bool Has(Workload workload, string[] words) =>
        Sources(workload).Any(file => Array.Exists(words, word => file.File.Mentions(word)));

    /// <summary>A Go program consists of what it calls: the files beside its main file are its own.</summary>
    private static bool Checks(Workload workload)
    {
        var roots = workload
            .Components.Where(component => component.Root.Length > 0 && component.Code.Any(file => file.File.Name == "main.go"))
            .Select(component => component.Root)
            .ToList();
        return Sources(workload)
            .Where(file =>
                file.Language != Language.Go || roots.Exists(root => RepositoryPath.Inside(root, file.File.Directory) is not null)
            )
            .Any(file =>
                Array.Exists(Checking, word => file.File.Mentions(word))
                || (file.File.Name.EndsWith(".py", StringComparison.Ordinal) && file.File.Mentions(CheckingPython))
            );
    }

    private static IEnumerable<CodeFile> Sources(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Code)
            .Where(file => !file.File.Path.Contains("test", StringComparison.OrdinalIgnoreCase));
}

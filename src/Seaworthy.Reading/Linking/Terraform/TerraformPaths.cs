using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Modules and files that Terraform reads from the repository when it plans.</summary>
/// <remarks>Source: Terraform documentation, "Module Sources", "file Function", "templatefile Function", "Filesystem and Workspace Info".</remarks>
internal static class TerraformPaths
{
    // Made by a build before anybody applies, or kept out of a repository on purpose.
    private static readonly string[] Made = [".zip", ".jar", ".tar.gz", ".wasm", ".pem", ".key", ".pub", ".crt", ".p12", ".pfx"];
    private static readonly string[] MadeIn =
    [
        "dist",
        "build",
        "target",
        "out",
        "bin",
        ".build",
        ".terraform",
        "generated",
        "artifacts",
        "secrets",
        "keys",
        "credentials",
    ];

    private static readonly FrozenSet<string> Credentials = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "sa key apikey token password secret secrets credential credentials creds serviceaccount account".Split(' ')
    );
    private static readonly FrozenSet<string> SecretAttributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "credentials private_key private_key_pem client_key api_key api_token token password secret_key client_secret".Split(' ')
    );

    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        if (TerraformModules.Of(deployment) is not { } modules)
        {
            return [];
        }

        var roots = modules.Roots.ToHashSet();
        return modules.All.SelectMany(module =>
            Modules(deployment.Tree, module).Concat(Files(deployment.Tree, module, roots.Contains(module)))
        );
    }

    private static IEnumerable<PathUse> Modules(RepositoryTree tree, TerraformModule module) =>
        from call in module.Calls.Values
        let directory = module.SourceOf(call)
        let source = call.Body["source"]?.Value as HclExpression.Literal
        where directory is { Length: > 0 } && source is not null
        select new PathUse(
            PathRole.TerraformModule,
            source.Text,
            source.Span,
            $"module {call.Label(0)} of {call.Span.File.Path}",
            tree.Look(directory, source.Text)
        )
        {
            From = Place(module),
            IsConditional = call.Body["count"] is not null,
        };

    private static IEnumerable<PathUse> Files(RepositoryTree tree, TerraformModule module, bool isRoot) =>
        from found in TerraformText.Of(module)
        let call = found.Expression as HclExpression.Call
        where call is { Function: "file" or "templatefile" or "filebase64", Arguments.Count: > 0 }
        let written = Written(call.Arguments[0], isRoot)
        where written is { Length: > 0 } && !IsMade(written)
        let path = RepositoryPath.Join(module.Directory, written)
        where path is { Length: > 0 }
        select new PathUse(PathRole.TerraformFile, written, call.Span, call.Span.File.Path, tree.Look(path, written))
        {
            From = Place(module),
            Tool = call.Function,
            IsFile = true,
            IsConditional = found.IsConditional,
            IsPrivate = call.Function != "templatefile" && (IsCredential(written) || IsGivenToSecret(call)),
        };

    /// <summary>The path from the module's directory; null when it is computed, or of the machine. Without a base it counts from where Terraform is run.</summary>
    private static string? Written(HclExpression path, bool isRoot) =>
        path switch
        {
            HclExpression.Literal { IsText: true, Text: not ['/' or '~', ..] } literal when isRoot => literal.Text,
            HclExpression.Template { Pieces: [{ Path: ["path", var name] }, HclExpression.Literal { Text: ['/', ..] rest }] }
                when name == "module" || (name == "root" && isRoot) => rest[1..],
            _ => null,
        };

    private static bool IsMade(string path) =>
        Made.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        || path.Split('/').SkipLast(1).Any(part => MadeIn.Contains(part));

    /// <summary><c>sa.json</c>, <c>prowlarr-apikey</c>: the ending of a name shows the kind of file.</summary>
    private static bool IsCredential(string path) => Credentials.Contains(RepositoryPath.NameOf(path).Split('.')[0].Split('-', '_')[^1]);

    /// <summary><c>credentials = file("gcp.json")</c>.</summary>
    private static bool IsGivenToSecret(HclExpression.Call call) =>
        call.Span.Line.Split('=') is [var attribute, _, ..] && SecretAttributes.Contains(attribute.Trim());

    private static string Place(TerraformModule module) => module.Directory.Length == 0 ? "the repository root" : module.Directory;
}

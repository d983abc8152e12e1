using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads templates of SAM and CloudFormation that have functions, and serverless.yml for AWS.</summary>
/// <remarks>Source: AWS SAM Developer Guide, "Policy templates": one template with its parameters below it for each item of the list.</remarks>
internal sealed class ServerlessReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return IsServerless(name)
            || (
                (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))
                && (name.Contains("template", StringComparison.Ordinal) || name.Contains("sam", StringComparison.Ordinal))
            );
    }

    public override Artifact? Read(FileSyntax file) =>
        IsServerless(file.File.Name) ? OfServerless(file)
        : file.File.Text.Contains("AWS::Serverless::Function", StringComparison.Ordinal)
        || file.File.Text.Contains("AWS::Lambda::Function", StringComparison.Ordinal)
            ? OfTemplate(file)
        : null;

    private static bool IsServerless(string name) => name is "serverless.yml" or "serverless.yaml";

    private static ServerlessTemplate? OfServerless(FileSyntax file) =>
        file.Yaml.Root is not MappingNode root || root.At("provider", "name")?.Text is not "aws"
            ? null
            : new ServerlessTemplate(file.File)
            {
                Command = "serverless deploy",
                Functions =
                [
                    .. Of(root["provider"], "provider", root["provider"]?.Span ?? file.File.Whole),
                    .. (root["functions"]?.Entries ?? []).SelectMany(entry => Of(entry.Value, entry.Key, entry.KeySpan)),
                ],
            };

    private static IEnumerable<ServerlessFunction> Of(Node? node, string name, SourceSpan span) =>
        node?["environment"] is MappingNode environment
            ? [new ServerlessFunction(new Fact<string>(name, span), [.. environment.Entries.Select(PlatformValues.Name)])]
            : [];

    private static ServerlessTemplate? OfTemplate(FileSyntax file)
    {
        if (file.Yaml.Root is not MappingNode root)
        {
            return null;
        }

        var functions = (root["Resources"]?.Entries ?? [])
            .Where(entry => entry.Value["Type"]?.Text is "AWS::Serverless::Function" or "AWS::Lambda::Function")
            .ToList();
        return functions.Count == 0
            ? null
            : new ServerlessTemplate(file.File)
            {
                Command = root["Transform"] is null ? "aws cloudformation deploy" : "sam deploy",
                Functions =
                [
                    .. Variables(root.At("Globals", "Function"), "Globals", root["Globals"]?.Span ?? file.File.Whole),
                    .. functions.SelectMany(entry => Variables(entry.Value["Properties"], entry.Key, entry.KeySpan)),
                ],
                Problems =
                [
                    .. functions
                        .SelectMany(entry => entry.Value.At("Properties", "Policies")?.Items ?? [])
                        .Select(Policy)
                        .OfType<Problem>(),
                ],
            };
    }

    private static IEnumerable<ServerlessFunction> Variables(Node? node, string name, SourceSpan span) =>
        node?.At("Environment", "Variables") is MappingNode variables
            ? [new ServerlessFunction(new Fact<string>(name, span), [.. variables.Entries.Select(PlatformValues.Name)])]
            : [];

    /// <summary>The parameters stand beside the name of the policy, and not below it.</summary>
    private static Problem? Policy(Node item) =>
        item.Entries is [{ Value: ScalarNode { IsNull: true } } policy, var beside, ..]
        && policy.Key.EndsWith("Policy", StringComparison.Ordinal)
            ? new Problem(
                ProblemKind.InvalidValue,
                $"`{beside.Key}` stands beside `{policy.Key}` and not below it, so the policy has no parameters and the item two keys",
                beside.KeySpan
            )
            {
                Remedy = $"Indent `{beside.Key}` below `{policy.Key}`",
            }
            : null;
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>The keys of a map in Terraform, through <c>merge</c>, local values, and what callers hand to a module.</summary>
/// <remarks>Source: Terraform documentation, "Input Variables", "Local Values", "Modules", "merge Function".</remarks>
internal sealed class TerraformMaps(Deployment deployment)
{
    private const int DepthLimit = 5;

    private readonly ILookup<string, TerraformFile> byDirectory = deployment
        .Of<TerraformFile>()
        .Where(file => !file.IsValues)
        .ToLookup(file => file.File.Directory, StringComparer.Ordinal);

    /// <summary>The bodies of <c>environment</c>, written out or <c>dynamic</c>.</summary>
    public static IEnumerable<HclBody> Environments(HclBlock block) =>
        block
            .Body.Of("environment")
            .Select(environment => environment.Body)
            .Concat(
                block
                    .Body.Of("dynamic")
                    .Where(dynamic => dynamic.Label(0) == "environment")
                    .SelectMany(dynamic => dynamic.Body.Of("content"))
                    .Select(content => content.Body)
            );

    /// <param name="directory">Of the module in which it is written.</param>
    public IReadOnlyList<Fact<string>> Keys(HclExpression? map, string directory) => [.. Of(map, directory, 0)];

    private IEnumerable<Fact<string>> Of(HclExpression? map, string directory, int depth) =>
        depth > DepthLimit
            ? []
            : map switch
            {
                HclExpression.Object literal => literal.Items.Select(item => NameOf(item.Key)).OfType<Fact<string>>(),
                HclExpression.Call { Function: "merge" or "tomap" or "coalesce" } call => call.Arguments.SelectMany(part =>
                    Of(part, directory, depth + 1)
                ),
                HclExpression.Conditional either => Of(either.Then, directory, depth + 1).Concat(Of(either.Else, directory, depth + 1)),
                { Path: ["local", var name] } => byDirectory[directory]
                    .SelectMany(file => file.Body.Of("locals"))
                    .Select(locals => locals.Body[name]?.Value)
                    .SelectMany(value => Of(value, directory, depth + 1)),
                { Path: ["var", var name] } => Given(name, directory, depth),
                _ => [],
            };

    private IEnumerable<Fact<string>> Given(string name, string directory, int depth) =>
        from files in byDirectory
        from file in files
        from call in file.Body.Of("module")
        where
            call.Body["source"]?.Value is HclExpression.Literal { Text: ['.', ..] source }
            && RepositoryPath.Join(files.Key, source) == directory
        from key in Of(call.Body[name]?.Value, files.Key, depth + 1)
        select key;

    private static Fact<string>? NameOf(HclExpression key) =>
        key switch
        {
            HclExpression.Literal { Text: var text } => new Fact<string>(text, key.Span),
            HclExpression.Name { Text: var name } => new Fact<string>(name, key.Span),
            _ => null,
        };
}

using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>The configuration files of one directory: Terraform reads them as one.</summary>
/// <remarks>Source: Terraform documentation, "Files and Configuration Structure", "Override Files".</remarks>
internal sealed class TerraformModule
{
    private readonly ILookup<string, HclBlock> blocks;

    public TerraformModule(string directory, IReadOnlyList<TerraformFile> files, IReadOnlyList<TerraformFile> values)
    {
        Directory = directory;
        Files = files;
        Values = values;
        blocks = files.SelectMany(file => file.Body.Blocks).ToLookup(block => block.Type.Value, StringComparer.Ordinal);
        Variables = Named("variable");
        Outputs = Named("output");
        Calls = Named("module");
        Locals = blocks["locals"]
            .SelectMany(block => block.Body.Attributes)
            .GroupBy(attribute => attribute.Name.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        Resources = [.. blocks["resource"]];
        Data = [.. blocks["data"]];
    }

    public string Directory { get; }

    public IReadOnlyList<TerraformFile> Files { get; }

    /// <summary>Files of values in the same directory or below.</summary>
    public IReadOnlyList<TerraformFile> Values { get; }

    public IReadOnlyDictionary<string, HclBlock> Variables { get; }

    public IReadOnlyDictionary<string, HclBlock> Outputs { get; }

    public IReadOnlyDictionary<string, HclBlock> Calls { get; }

    public IReadOnlyDictionary<string, HclAttribute> Locals { get; }

    public IReadOnlyList<HclBlock> Resources { get; }

    public IReadOnlyList<HclBlock> Data { get; }

    /// <summary>Every file was understood: what is not declared here is declared nowhere.</summary>
    public bool IsWhole => Files.All(file => file.Problems.Count == 0);

    public IEnumerable<HclBlock> Of(string type) => blocks[type];

    public HclBlock? Resource(string type, string name) =>
        Resources.FirstOrDefault(block => block.Label(0) == type && block.Label(1) == name);

    /// <summary>The directory that a call of a module leads to; null for a registry, another repository, or outside.</summary>
    public string? SourceOf(HclBlock call) =>
        call.Body["source"]?.Value is HclExpression.Literal { IsText: true, Text: ['.', ..] source }
        && (
            source.StartsWith("./", StringComparison.Ordinal) || source.StartsWith("../", StringComparison.Ordinal) || source is "." or ".."
        )
            ? RepositoryPath.Join(Directory, source)
            : null;

    private Dictionary<string, HclBlock> Named(string type) =>
        blocks[type]
            .GroupBy(block => block.Label(0), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Every module of the repository, and which of them somebody applies by itself.</summary>
internal sealed class TerraformModules
{
    private readonly SortedDictionary<string, TerraformModule> modules = new(StringComparer.Ordinal);
    private readonly HashSet<string> called = new(StringComparer.Ordinal);

    private TerraformModules(IReadOnlyList<TerraformFile> files)
    {
        var values = files.Where(file => file.IsValues).ToList();
        foreach (var group in files.Where(file => !file.IsValues).GroupBy(file => file.File.Directory))
        {
            modules[group.Key] = new TerraformModule(
                group.Key,
                [.. group.OrderBy(file => file.File.Path, StringComparer.Ordinal)],
                values.FindAll(file => IsAtOrBelow(file.File.Directory, group.Key))
            );
        }

        foreach (var module in modules.Values)
        {
            called.UnionWith(module.Calls.Values.Select(module.SourceOf).OfType<string>());
        }
    }

    /// <summary>Null when the repository has none.</summary>
    public static TerraformModules? Of(Deployment deployment) =>
        deployment.Of<TerraformFile>().ToList() is { Count: > 0 } files ? new TerraformModules(files) : null;

    public IEnumerable<TerraformModule> All => modules.Values;

    /// <summary>Those that no other calls.</summary>
    public IEnumerable<TerraformModule> Roots => modules.Values.Where(module => !called.Contains(module.Directory));

    public TerraformModule? Find(string? directory) => directory is null ? null : modules.GetValueOrDefault(directory);

    /// <summary>The files of a directory are all read: none is written in JSON, generated, or too large.</summary>
    public static bool AreAllRead(RepositoryTree tree, TerraformModule module) =>
        module.IsWhole
        && tree.FilesIn(module.Directory)
            .All(file =>
                !file.Path.EndsWith(".tf.json", StringComparison.Ordinal)
                && (
                    !(file.Path.EndsWith(".tf", StringComparison.Ordinal) || file.Path.EndsWith(".tofu", StringComparison.Ordinal))
                    || module.Files.Any(read => read.File.Path == file.Path)
                )
            );

    private static bool IsAtOrBelow(string directory, string above) =>
        directory == above || above.Length == 0 || directory.StartsWith(above + "/", StringComparison.Ordinal);
}

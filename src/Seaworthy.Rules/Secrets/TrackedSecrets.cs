using Seaworthy.Model.Declared.DotEnv;

namespace Seaworthy.Rules.Secrets;

/// <summary>The environment files of one directory with secrets of the same weight: one verdict.</summary>
/// <param name="Secrets">Entries with real values, of all the files.</param>
internal sealed record TrackedSecrets(IReadOnlyList<EnvFile> Files, TrackedWeight Weight, IReadOnlyList<EnvEntry> Secrets)
{
    private const int MostFiles = 3;
    private const int MostNames = 8;

    public string Paths => NameList.Of([.. Files.Select(file => file.File.Path)], MostFiles);

    public IReadOnlyList<string> Names => [.. Secrets.Select(entry => entry.Name.Value).Distinct(StringComparer.Ordinal)];

    public string Shown => NameList.Of(Names, MostNames);
}

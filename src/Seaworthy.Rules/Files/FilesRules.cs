namespace Seaworthy.Rules.Files;

/// <summary>The rules about files taken alone: can the tool read them at all.</summary>
internal static class FilesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [new DuplicateKey(), new InvalidFile(), new ListItemFolded(), new SubmoduleWithoutAddress()];
}

namespace Seaworthy.Rules.Mobile;

/// <summary>The rules of this folder.</summary>
internal static class MobileRules
{
    public static IReadOnlyList<Rule> All { get; } = [new AssetMissing(), new EnvFileNotBundled()];
}

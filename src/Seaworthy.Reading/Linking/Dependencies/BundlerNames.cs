using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Names that the configuration of a bundler gives to modules of the program's own.</summary>
internal static class BundlerNames
{
    /// <summary>The build configuration defines the name: <c>resolveAlias: { '@template': `./templates/${chosen}` }</c>.</summary>
    public static bool Hold(Deployment deployment, string directory, string name) =>
        deployment
            .In<CodeFile>(directory)
            .Where(file =>
                file.File.Name.Contains(".config.", StringComparison.Ordinal)
                || file.File.Name.StartsWith("config-overrides.", StringComparison.Ordinal)
                || file.File.Name.StartsWith("webpack.", StringComparison.Ordinal)
            )
            .Any(file =>
                WholeWords.Find(file.File.Text, name, letter => letter is not ('\'' or '"' or '`')).Any()
                || IsKeyOfAlias(file.File.Text, name)
            );

    /// <summary><c>alias: { auth$: path.resolve('src/Auth.js') }</c>; the dollar is for the name alone, without what is below it.</summary>
    /// <remarks>Source: webpack, "Resolve", resolve.alias.</remarks>
    private static bool IsKeyOfAlias(string text, string name) =>
        text.Contains("alias", StringComparison.Ordinal)
        && WholeWords.Find(text, name, WholeWords.IsOfIdentifier).Any(at => text.AsSpan(at + name.Length).TrimStart("$'\"` ") is [':', ..]);
}

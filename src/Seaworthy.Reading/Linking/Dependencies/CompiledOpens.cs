using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>
/// What a compiled program of Go or Rust opens as it starts, looked for in its container. Developers start it in its module's directory, where the files are; the image often
/// has the program alone.
/// </summary>
internal static class CompiledOpens
{
    private static readonly SearchValues<char> Wildcards = SearchValues.Create("*?{}");
    private static readonly SearchValues<char> Special = SearchValues.Create("$\\:");

    // Who asks first goes on without the file, and who changes the directory means another one.
    private static readonly string[] Asking =
    [
        "os.Stat(",
        "os.Chdir(",
        ".exists()",
        "set_current_dir(",
        "os.IsNotExist(",
        "fs.ErrNotExist",
    ];

    public static IReadOnlyList<LeftOutFile> Missing(Deployment deployment, Startup startup)
    {
        if (startup is not { Image: { } image, Start.WorkingDirectory: { } directory } || Main(image) is not var (component, main))
        {
            return [];
        }

        return ContainerFiles
                .Of(deployment, startup)
                .Select(files => Missing(deployment, files, directory, component, main).DistinctBy(file => file.Answer.Looked).ToList())
                .MinBy(missing => missing.Count)
            ?? [];
    }

    /// <summary>The one program that the image builds; null where it is not known which runs.</summary>
    private static (Component Component, string Main)? Main(Image image)
    {
        var mains = image
            .Components.SelectMany(component => component.Code, (component, file) => (Component: component, File: file))
            .Where(found => !found.File.IsTest)
            .Where(found =>
                found.File.Language is Language.Go
                    ? image.GoMains.Contains(found.File.File.Path)
                    : found.File is { Language: Language.Rust, File.Name: "main.rs" }
            )
            .Select(found => (found.Component, Main: found.File.File.Path))
            .ToList();
        return mains.Count == 1 ? mains[0] : null;
    }

    private static IEnumerable<LeftOutFile> Missing(
        Deployment deployment,
        ContainerFiles files,
        string here,
        Component component,
        string main
    ) =>
        from code in component.Code
        where !code.IsTest && code.OpenedPaths.Count > 0 && !Array.Exists(Asking, code.File.Mentions)
        from opened in code.OpenedPaths
        where opened.IsOfRouter || RepositoryPath.Parent(code.File.Path) == RepositoryPath.Parent(main)
        where opened is { AtStartup: true, IsWrite: false, Path: CodeValue.Literal { Text: [not '/', ..] } }
        let text = BeforeWildcard(((CodeValue.Literal)opened.Path).Text)
        where text.Length > 0 && !text.AsSpan().ContainsAny(Special)
        let wanted = ImagePath.Join(here, text)
        where wanted is not null && wanted != here
        let answer = files.Find(wanted)
        where answer.IsMissing
        let own = Place(deployment, component, text)
        where own is not null
        select new LeftOutFile(text, own, opened.Span, answer) { IsServed = opened.IsServed };

    /// <summary>Where developers have it, who start the program in its module's directory or at the root of the repository.</summary>
    private static string? Place(Deployment deployment, Component component, string path) =>
        new[] { RepositoryPath.Join(component.Root, path), RepositoryPath.Join("", path) }.FirstOrDefault(own =>
            own is { Length: > 0 } && (deployment.Tree.HasFile(own) || deployment.Tree.HasDirectory(own))
        );

    private static string BeforeWildcard(string pattern) =>
        pattern.AsSpan().IndexOfAny(Wildcards) is >= 0 and var at
            ? pattern[..(pattern.LastIndexOf('/', at) is >= 0 and var slash ? slash : 0)]
            : pattern.TrimEnd('/');
}

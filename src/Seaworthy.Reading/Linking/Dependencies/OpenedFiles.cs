using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Starts;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>What source opens while it is loaded, looked for in the container: settings, certificates, models, directories of static files.</summary>
internal static class OpenedFiles
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*?{}$\\:");

    // Who asks first goes on without the file, and who changes the directory means another one.
    private static readonly string[] Asking =
    [
        "exists(",
        "isfile(",
        "isdir(",
        "is_file(",
        "is_dir(",
        "existsSync(",
        "accessSync(",
        "statSync(",
        "chdir(",
    ];

    /// <param name="deployment">Whose tree has the file, or not.</param>
    /// <param name="files">The container.</param>
    /// <param name="here">The working directory of the program.</param>
    /// <param name="path">Where the container holds the source.</param>
    /// <param name="code">The source.</param>
    /// <param name="through">The import that loads it.</param>
    public static IEnumerable<OpenedFile> Of(
        Deployment deployment,
        ContainerFiles files,
        string here,
        string path,
        CodeFile code,
        SourceSpan? through
    )
    {
        if (Array.Exists(Asking, word => code.File.Text.Contains(word, StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (var opened in code.OpenedPaths)
        {
            if (
                opened
                    is { AtStartup: true, IsWrite: false, IsRelativeToFile: false, Path: CodeValue.Literal { Text: { Length: > 0 } text } }
                && text is not ['/', ..]
                && !text.AsSpan().ContainsAny(Special)
                && ImagePath.Join(here, text) is { } wanted
                && files.Find(wanted) is { IsMissing: true } answer
                && Own(deployment, path, code, here, text) is { } own
            )
            {
                yield return new OpenedFile(text, own, opened.Span, answer) { Through = through };
            }
        }
    }

    /// <summary>What stands for the path in the repository: seen from the directory of the source that stands for the working directory.</summary>
    private static string? Own(Deployment deployment, string path, CodeFile code, string here, string text)
    {
        var below = ImageLayer.Below(here, path);
        var home =
            below is { Length: > 0 } && ("/" + code.File.Path).EndsWith("/" + below, StringComparison.Ordinal)
                ? code.File.Path[..^below.Length].TrimEnd('/')
                : null;
        return
            home is not null
            && RepositoryPath.Join(home, text) is { Length: > 0 } own
            && (deployment.Tree.HasFile(own) || deployment.Tree.HasDirectory(own))
            ? own
            : null;
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;
using KnownCommand = Seaworthy.Model.Declared.Scripts.Commands.KnownCommand;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>
/// Files that are there for others to take services from, although Compose would find them by their names: each of their services is extended by a file of another directory, and
/// no document starts them by themselves. The extending project declares the names that they use and do not declare.
/// </summary>
/// <remarks>Source: the Compose specification, "extends": the service is copied into the extending model, which is checked as a whole; volumes, networks and secrets are not taken along.</remarks>
internal sealed class ExtendedFragments
{
    private readonly Deployment deployment;
    private readonly Dictionary<string, ComposeFile> byPath;
    private readonly ILookup<string, Extension> extensions;

    public ExtendedFragments(Deployment deployment, Dictionary<string, ComposeFile> byPath)
    {
        this.deployment = deployment;
        this.byPath = byPath;
        extensions = byPath
            .Values.SelectMany(Extensions)
            .Where(extension => extension.By.File.Path != extension.Path)
            .ToLookup(extension => extension.Path, StringComparer.Ordinal);
    }

    /// <summary>Of files that extend each other in a circle none is a fragment.</summary>
    public IEnumerable<string> Find()
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<ComposeFile> waiting = new(byPath.Values.Where(file => !extensions.Contains(file.File.Path)));
        while (waiting.TryPop(out var file))
        {
            foreach (var path in Extensions(file).Select(extension => extension.Path))
            {
                if (byPath.TryGetValue(path, out var fragment) && reached.Add(path))
                {
                    waiting.Push(fragment);
                }
            }
        }

        return reached.Where(path => IsTakenWhole(byPath[path]) && !IsTold(byPath[path]));
    }

    private bool IsTakenWhole(ComposeFile file)
    {
        var takers = extensions[file.File.Path].ToList();
        return file.Includes.Count == 0
            && takers.TrueForAll(taker => taker.By.File.Directory != file.File.Directory)
            && file.Services.All(service => takers.Exists(taker => taker.Service == service.Name.Value));
    }

    /// <summary>A document has its readers start it: by its path, or in its directory.</summary>
    private bool IsTold(ComposeFile file) =>
        deployment
            .Of<Document>()
            .Any(document =>
                document.Commands.Any(command =>
                    command.Program == "cd"
                        ? command.Words.Skip(1).Any(word => IsPath(document, word, file.File.Directory))
                        : KnownCommand
                            .Of(command)
                            .OfType<ComposeLine>()
                            .Any(line =>
                                line.Files.Count == 0
                                    ? document.File.Directory == file.File.Directory
                                    : line.Files.Any(word => IsPath(document, word, file.File.Path))
                            )
                )
            );

    private static bool IsPath(Document document, ShellWord word, string path) =>
        word.Literal is { } text && (RepositoryPath.Join("", text) == path || RepositoryPath.Join(document.File.Directory, text) == path);

    private static IEnumerable<Extension> Extensions(ComposeFile file)
    {
        foreach (var extends in file.Services.Select(service => service.Extends).OfType<ComposeExtends>())
        {
            if (extends.File?.Literal is { } written && RepositoryPath.Join(file.File.Directory, written) is { } path)
            {
                yield return new Extension(path, extends.Service.Value, file);
            }
        }
    }

    /// <summary>A service of a file that another file builds upon.</summary>
    private sealed record Extension(string Path, string Service, ComposeFile By);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading;

/// <summary>Compose files that are loaded without a path that names them alone: by their usual names, by <c>COMPOSE_FILE</c>, by a path with variables.</summary>
internal static class NamedComposeFiles
{
    /// <summary>Paths, and patterns where a variable is in one.</summary>
    /// <param name="deployment">Whose files they are.</param>
    /// <param name="isAside">Files whose word does not count.</param>
    public static IEnumerable<string> Of(Deployment deployment, Func<SourceFile, bool> isAside) =>
        deployment
            .ComposeCalls.Where(call => !isAside(call.Site.Span.File))
            .SelectMany(call => call.Files)
            .Select(file => file.Path)
            .Concat(
                from file in deployment.Of<EnvFile>()
                where !isAside(file.File)
                from path in ComposeDefaults.FilesNamedBy(file)
                select path
            )
            .Concat(
                from file in deployment.Of<ComposeFile>()
                where !isAside(file.File)
                from template in file.Includes.SelectMany(include => include.Paths)
                where template.Literal is null
                let written = string.Concat(template.Parts.Select(part => part.Variable is null ? part.Text : "*"))
                let path = RepositoryPath.Join(file.File.Directory, written)
                where path is not null
                select path
            );
}

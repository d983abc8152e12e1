using Seaworthy.Engine.Configuring;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging.Scoping;

/// <summary>Directories and files that nobody deploys from: archives, backups, what others wrote, examples, templates, tests.</summary>
internal sealed class SidePlaces(Deployment deployment, TrustedTree? trusted)
{
    private readonly DeclaredUses uses = DeclaredUses.Of(deployment);

    /// <summary>What a file is there for; null for a file of the product.</summary>
    public SidePlaceUse? Of(SourceFile file)
    {
        // What copies or mounts a template, fills it in where it runs.
        if (uses.Part(file.Path) is not { } path)
        {
            return IsTemplate(file.Path) && deployment.At<ComposeFile>(file.Path) is null
                ? new(Sample("By its name the file is a template, which is filled in before it is used."))
                : null;
        }

        if (!uses.IsRun(file.Path))
        {
            if (FilePurposes.In(path, FilePurpose.Retired) is { } retired)
            {
                return new(Sample($"{Where(path, retired)} looks retired."), IsGone: true);
            }

            if (IsRetired(file))
            {
                return new(Sample("The comment at the head of the file says that nobody uses it."), IsGone: true);
            }

            if (FilePurposes.In(path, FilePurpose.Vendored) is { } vendored)
            {
                return new(Sample($"{Where(path, vendored)} holds the work of others."), IsGone: true);
            }

            if (FilePurposes.In(path, FilePurpose.Shown) is { } shown && !(shown == "templates" && IsOfChart(file.Path)))
            {
                return new(Sample($"{Where(path, shown)} is there to be copied or tried."), IsTried: true);
            }
        }

        return FilePurposes.In(path, FilePurpose.Test) is { } test
                ? new(new SubjectScope(Scope.Test, $"{Where(path, test)} holds tests."), IsTried: true)
            : IsTemplate(path) && !IsOffered(file)
                ? new(Sample("By its name the file is a template, which is filled in and used elsewhere."))
            : null;
    }

    private static SubjectScope Sample(string because) => new(Scope.Sample, because);

    private static string Where(string path, string name) =>
        path == name || path.EndsWith('/' + name, StringComparison.Ordinal) ? "The file" : $"The directory {name}/";

    /// <summary>By its own words. Of a change, those that the base holds too: a new comment would accept all that is wrong with the file.</summary>
    private bool IsRetired(SourceFile file) =>
        SidePlace.IsRetired(file)
        && (trusted is null || (trusted.TextOf(file.Path) is { } text && SidePlace.IsRetired(new SourceFile(file.Path, text))));

    /// <summary>A compose file that a document tells people to start: <c>docker compose -f compose.example.yml up</c>, or a copy of it.</summary>
    private bool IsOffered(SourceFile file) =>
        deployment.At<ComposeFile>(file.Path) is not null
        && deployment
            .Of<Document>()
            .Any(document =>
                document.Commands.Any(command =>
                    command.Words.Any(word => word.Literal?.EndsWith(file.Name, StringComparison.Ordinal) is true)
                )
            );

    private bool IsTemplate(string path) => SidePlace.IsTemplate(path) && !IsOfChart(path);

    /// <summary>The templates of a Helm chart are what is deployed.</summary>
    private bool IsOfChart(string path) =>
        (path.StartsWith("templates/", StringComparison.Ordinal) && deployment.Tree.HasFile("Chart.yaml"))
        || (path.IndexOf("/templates/", StringComparison.Ordinal) is > 0 and var at && deployment.Tree.HasFile($"{path[..at]}/Chart.yaml"));
}

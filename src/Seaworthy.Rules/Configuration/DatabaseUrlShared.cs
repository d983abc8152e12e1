using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>Several databases of Rails have different names and one URL, whose database wins over the names.</summary>
/// <remarks>
/// Source: Rails Guides, "Configuring Rails Applications", "Configuring a Database": the URL is merged over the other keys (ActiveRecord::DatabaseConfigurations::UrlConfig);
/// "Multiple Databases with Active Record", <c>db:prepare</c>.
/// </remarks>
internal sealed class DatabaseUrlShared : Rule<DatabaseUrlShared.SharedUrl>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/database-url-shared",
            Title = "Database URL overrides name",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Rails lets the database in the URL win, so all connect to the same one, and the tables of the others are never created.",
            Holds = "Databases with names of their own have URLs of their own.",
        };

    public override IEnumerable<SharedUrl> Subjects(Deployment deployment) =>
        from file in deployment.Of<RailsDatabases>()
        from same in file
            .Databases.Where(database => !database.IsReplica && database.Url is not null)
            .GroupBy(database => database.Environment)
        from database in same.Skip(1)
        let url = database.Url
        let first = same.First()
        let name = database.Database
        where url is not null && name is not null
        select new SharedUrl(database, url, name, first);

    protected override Subject Identify(SharedUrl subject) =>
        new($"{subject.Database.Environment}.{subject.Database.Name.Value}", subject.Name.Span);

    protected override IEnumerable<Verdict> Check(SharedUrl subject, Deployment deployment)
    {
        var (database, first) = (subject.Database, subject.First);
        // The name that the first one inherits as well is nobody's own.
        if (
            subject.Url.Value != first.Url?.Value
            || subject.Name.Value == first.Database?.Value
            || subject.Name.Span == first.Database?.Span
        )
        {
            yield break;
        }

        yield return LikelyFail(
                subject.Name.Span,
                $"{database.Name.Value} names `{subject.Name.Value}`, but it has the `url` of {first.Name.Value}, and Rails takes the database of the URL."
            )
            .Related(subject.Url.Span, "wins over `database`")
            .Remedy($"Give {database.Name.Value} a `url` of its own in {database.Name.Span}, or remove `url` from {subject.Url.Span}.")
            .Verify(
                $"git grep -hE -A3 {$"^ *{database.Name.Value}:"} -- {subject.Url.Span.File.Path} | grep url: || ! git grep -nE {"^ *url:"} -- {subject.Url.Span.File.Path}   # must find its own url, or none in the file"
            );
    }

    /// <param name="Name">Its <c>database</c>.</param>
    /// <param name="First">The first database of the environment.</param>
    internal sealed record SharedUrl(RailsDatabase Database, Fact<string> Url, Fact<string> Name, RailsDatabase First);
}

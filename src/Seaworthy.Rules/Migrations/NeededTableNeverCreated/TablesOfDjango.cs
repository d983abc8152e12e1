using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Rules.Migrations;

/// <summary>The table of Django's database cache, which no migration makes.</summary>
/// <remarks>Source: Django documentation, "Django's cache framework", "Database caching", "Creating the cache table".</remarks>
internal static class TablesOfDjango
{
    private const string Command = "createcachetable";

    public static IEnumerable<NeededTable> Link(Deployment deployment) =>
        from file in deployment.Of<CodeFile>()
        where !file.IsTest
        from setting in file.Settings
        where
            setting.Name.StartsWith("django.CACHES.", StringComparison.Ordinal)
            && setting.Value is CodeValue.Literal { Text: "django.core.cache.backends.db.DatabaseCache" }
        select new NeededTable("`DatabaseCache`", ["the cache table"], setting.Span, $"python manage.py {Command}")
        {
            Missing = IsMade(deployment) ? [] : ["the cache table"],
            Effect = "the first use of the cache fails with `no such table`",
        };

    private static bool IsMade(Deployment deployment) =>
        deployment.Commands.Any(site => site.Command.Text.Contains(Command, StringComparison.Ordinal))
        || deployment
            .Startups.SelectMany(startup => startup.Programs)
            .Any(command => command.Text.Contains(Command, StringComparison.Ordinal))
        || deployment
            .Images.SelectMany(image => image.Stages)
            .SelectMany(stage => stage.Commands)
            .Any(command => command.Command.Text.Contains(Command, StringComparison.Ordinal))
        || deployment.Artifacts.Any(artifact => artifact is CodeFile && artifact.File.Mentions(Command));
}

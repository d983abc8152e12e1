using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>A library by which one process leaves work to another, which a program of the library has to run.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Program">The program that does the work: <c>celery</c>.</param>
/// <param name="Verbs">The commands that start the work; empty when the program does nothing else.</param>
public sealed record TaskFramework(string Name, string Program, IReadOnlyList<string> Verbs)
{
    /// <summary>A setting: a task with the name of its function. Where the file imports the application, its name follows: <c>celery.task.app</c>.</summary>
    public const string CeleryTask = "celery.task";

    /// <summary>A setting: a task with a name of its own, and the application as above.</summary>
    public const string CeleryNamedTask = "celery.namedTask";

    /// <summary>How a worker is started, for people to read.</summary>
    public string Start => string.Join(' ', [Program, .. Verbs.Take(1)]);

    public required IReadOnlySet<Language> Languages { get; init; }

    /// <summary>Whether a file holds work to be done; null for Celery, where the module that makes the application decides.</summary>
    public Predicate<CodeFile>? HoldsTasks { get; init; }

    /// <summary>What is in a file that leaves work to others.</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>Words of code with which the work is done where it is asked for, or by a program of the repository's own.</summary>
    public required IReadOnlyList<string> Otherwise { get; init; }

    /// <remarks>Source: Celery documentation, "Calling Tasks", "Workers Guide", "Configuration and defaults" (task_always_eager).</remarks>
    public static TaskFramework Celery { get; } =
        new("Celery", "celery", ["worker", "multi"])
        {
            Languages = new HashSet<Language> { Language.Python },
            Calls = [".delay(", ".apply_async("],
            Otherwise = ["ALWAYS_EAGER", "always_eager", "worker_main(", ".Worker("],
        };

    /// <remarks>Source: Dramatiq, "User Guide": actors, workers.</remarks>
    public static TaskFramework Dramatiq { get; } =
        new("Dramatiq", "dramatiq", [])
        {
            Languages = new HashSet<Language> { Language.Python },
            HoldsTasks = file => Has(file, "@dramatiq.actor"),
            Calls = [".send(", ".send_with_options("],
            Otherwise = ["dramatiq.Worker", "StubBroker", "rundramatiq"],
        };

    /// <remarks>Source: Sidekiq wiki, "Getting Started", "Testing".</remarks>
    public static TaskFramework Sidekiq { get; } =
        new("Sidekiq", "sidekiq", [])
        {
            Languages = new HashSet<Language> { Language.Ruby },
            HoldsTasks = file => Has(file, "include Sidekiq::Job") || Has(file, "include Sidekiq::Worker"),
            Calls = [".perform_async", ".perform_in"],
            Otherwise = ["Sidekiq::Testing.inline", "Sidekiq.configure_embed"],
        };

    public static IReadOnlyList<TaskFramework> All { get; } = [Celery, Dramatiq, Sidekiq];

    /// <summary>The command runs a worker.</summary>
    public bool IsWorker(ShellCommand command) => Verbs.Count == 0 ? Runs(command) : Verbs.Any(verb => Runs(command, verb));

    /// <summary><c>celery -A shop beat</c>, <c>bundle exec sidekiq</c>, <c>python -m dramatiq tasks</c>.</summary>
    public bool Runs(ShellCommand command, string? verb = null) =>
        command.Words.Any(word => word.Literal is { } text && ImagePath.NameOf(text) == Program)
        && (verb is null || command.Words.Any(word => word.Literal == verb));

    private static bool Has(CodeFile file, string words) => file.File.Text.Contains(words, StringComparison.Ordinal);
}

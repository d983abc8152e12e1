using System.Text;
using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying;
using Seaworthy.Deploying.Verifying.Databases;

namespace Seaworthy.Deploying.Running;

/// <summary>Asks the databases of a project, by their own clients in their containers.</summary>
/// <param name="session">The project.</param>
/// <param name="transactions">How long a transaction may be open.</param>
public sealed class DatabaseReading(DeploySession session, TimeSpan transactions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <param name="project">What is declared.</param>
    /// <param name="observed">What runs.</param>
    /// <param name="histories">Its migrations.</param>
    public Verification Of(ProjectDefinition project, ObservedState observed, IReadOnlyList<DeclaredHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(observed);
        var stores = project
            .Services.Where(service => DatabaseQuestions.Of(service.Store, transactions) is not null)
            .Where(service => observed.Running(service.Name).Count > 0)
            .ToList();
        // Of two databases nobody knows which one a directory is for; the one that has its table answers.
        return stores.Aggregate(Verification.Empty, (all, store) => all.And(Of(store, observed.Running(store.Name)[0].Name, histories)));
    }

    private Verification Of(ServiceDefinition store, string container, IReadOnlyList<DeclaredHistory> histories)
    {
        if (DatabaseQuestions.Of(store.Store, transactions) is not { } questions || StoreCommands.Of(store.Store) is not { } commands)
        {
            return Verification.Empty;
        }

        var first = Ask(container, commands, questions.Facts);
        if (!first.IsDone)
        {
            return Failed(store, container, first);
        }

        var facts = DatabaseAnswer.Read(first.Output);
        var tables = Kept(facts);
        if (tables.Count > 0)
        {
            var second = Ask(container, commands, questions.Rows(tables));
            if (!second.IsDone)
            {
                return Failed(store, container, second);
            }

            facts = facts with { Rows = DatabaseAnswer.Rows(second.Output, tables) };
        }

        return DatabaseDrifts.Of(store.Name, histories, facts);
    }

    /// <summary>The tables of tools, each with the columns of it that are of use.</summary>
    private static IReadOnlyList<TableName> Kept(DatabaseFacts facts) =>
        [
            .. facts
                .Tables.Select(table =>
                    table with
                    {
                        Columns =
                        [
                            .. HistoryTable
                                .All.Where(known => known.Name == table.Name)
                                .SelectMany(known => known.Wanted)
                                .Distinct(StringComparer.Ordinal)
                                .Where(table.Columns.Contains),
                        ],
                    }
                )
                .Where(table => table.Columns.Count > 0),
        ];

    private ProcessResult Ask(string container, StoreCommands commands, string statements)
    {
        using MemoryStream input = new(Encoding.UTF8.GetBytes(statements));
        return session.Engine.Runner.Run(DockerCommands.Script(container, commands.Client) with { Limit = Patience }, input);
    }

    private Verification Failed(ServiceDefinition store, string container, ProcessResult result) =>
        Verification.Failed(
            DriftKind.Migrations,
            store.Name,
            $"{container} could not be asked: {session.Mask.Of(result.Complaint).TrimEnd('.')}"
        );
}

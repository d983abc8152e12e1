using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Engine;
using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli;

/// <summary>A command of the user's that reads the repository and answers with claims.</summary>
/// <param name="command">For the shell.</param>
/// <param name="directory">The repository, where it starts.</param>
/// <param name="limit">How long it may take.</param>
internal sealed class AskedReader(string command, string directory, TimeSpan limit)
{
    /// <summary>What it claimed, each checked; empty before it was asked.</summary>
    public IReadOnlyList<ClaimAnswer> Answers { get; private set; } = [];

    /// <summary>Asks for claims, and returns those that are confirmed although no rule reports them. Null when it does not answer: the reason is then on standard error, and the audit stands without it.</summary>
    /// <param name="report">The audit so far.</param>
    /// <param name="repository">Its files.</param>
    public ImportedLog? Ask(Report report, Repository repository)
    {
        using MemoryStream request = new(Encoding.UTF8.GetBytes(ClaimRequest.Of(report)));
        var result = new ProcessRunner().Run(Line(), request);
        var fault =
            result.Code == -1 ? $"did not answer within {limit.TotalSeconds:0} seconds"
            : !result.IsDone ? $"ended with {result.Code}: {result.Complaint}"
            : "";
        if (fault.Length == 0 && ClaimReply.Read(result.Output, out fault) is { } claims)
        {
            Answers = new ClaimCheck(report, repository).Of(claims);
            return ConfirmedClaims.Of(Answers);
        }

        Console.Error.WriteLine(Quote.Text($"seaworthy: the command of --with is left out: {fault}."));
        return null;
    }

    private CommandLine Line() =>
        (OperatingSystem.IsWindows() ? new CommandLine("cmd.exe", ["/c", command]) : new CommandLine("/bin/sh", ["-c", command])) with
        {
            Limit = limit,
            Directory = directory,
        };
}

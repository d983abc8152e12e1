using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>The hosts of a command, one after the other as they were named; this machine when none was.</summary>
/// <param name="addresses">Those that were named.</param>
internal sealed class HostRound(IReadOnlyList<SshAddress> addresses)
{
    /// <summary>Something is changed: a host that fails may stop the round.</summary>
    public bool IsChange { get; init; }

    /// <summary>So many hosts may fail before the rest is left alone.</summary>
    public int MostFailures { get; init; }

    /// <summary>The name of each host stands above what is printed of it.</summary>
    public bool HasHeadings { get; init; } = true;

    /// <returns>0, or the exit code of the first host that failed.</returns>
    public int Run(Func<IHost, int> work)
    {
        if (addresses.Count == 0)
        {
            return On(() => new LocalHost(), work);
        }

        List<HostAnswer> answers = [];
        foreach (var address in addresses)
        {
            if (IsChange && answers.Count(answer => answer.Code != ExitCode.Fit) > MostFailures)
            {
                answers.Add(new HostAnswer(address, null));
                continue;
            }

            if (addresses.Count > 1 && HasHeadings)
            {
                Console.Out.WriteLine($"{address}:");
            }

            answers.Add(new HostAnswer(address, On(() => new SshHost(address), work)));
        }

        Report(answers);
        return answers.Select(answer => answer.Code).FirstOrDefault(code => code is not (null or ExitCode.Fit)) ?? ExitCode.Fit;
    }

    private int On(Func<IHost> open, Func<IHost, int> work)
    {
        try
        {
            using var host = open();
            return work(host);
        }
        catch (HostLostException lost)
        {
            Console.Error.WriteLine(
                Quote.Text(
                    $"seaworthy: {lost.Message}.{(IsChange && lost.IsMidway ? " The next command on it settles what was begun." : "")}"
                )
            );
            return !IsChange ? ExitCode.Incomplete : (int)(lost.IsMidway ? DeployOutcome.RollbackFailed : DeployOutcome.Preparation);
        }
        catch (DeployFailedException failure)
        {
            Console.Error.WriteLine(Quote.Text($"seaworthy: {failure.Message}."));
            return IsChange ? (int)DeployOutcome.Preparation : ExitCode.Incomplete;
        }
    }

    private void Report(List<HostAnswer> answers)
    {
        if (!IsChange || answers.Count == 1)
        {
            return;
        }

        foreach (var answer in answers)
        {
            Console.Error.WriteLine(
                answer.Code switch
                {
                    null => $"seaworthy: {answer.Address} was left alone, since a host before it failed.",
                    ExitCode.Fit => $"seaworthy: {answer.Address} is done.",
                    var code => $"seaworthy: {answer.Address} failed with exit code {code}.",
                }
            );
        }
    }

    /// <param name="Code">Null where nothing was begun.</param>
    private sealed record HostAnswer(SshAddress Address, int? Code);
}

using Seaworthy.Cli.Output;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>The hosts of a command, in the order in which they were named, one after the other or some at once; this machine when none was.</summary>
/// <param name="addresses">Those that were named.</param>
internal sealed class HostRound(IReadOnlyList<SshAddress> addresses)
{
    /// <summary>Something is changed: a host that fails may stop the round.</summary>
    public bool IsChange { get; init; }

    /// <summary>So many hosts may fail before the rest is left alone.</summary>
    public int MostFailures { get; init; }

    /// <summary>So many hosts are worked on at once.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>The name of each host stands above what is printed of it, or before each line where several are worked on.</summary>
    public bool HasHeadings { get; init; } = true;

    /// <returns>0, or the exit code of the first host that failed.</returns>
    public int Run(Func<IHost, int> work)
    {
        if (addresses.Count == 0)
        {
            return On(() => new LocalHost(), work);
        }

        List<HostAnswer> answers = [];
        foreach (var batch in addresses.Chunk(Batch))
        {
            if (IsChange && answers.Count(answer => answer.Code != ExitCode.Fit) > MostFailures)
            {
                answers.AddRange(batch.Select(address => new HostAnswer(address, null)));
                continue;
            }

            answers.AddRange(batch is [var only] ? [Alone(only, work)] : Together(batch, work));
        }

        Report(answers);
        return answers.Select(answer => answer.Code).FirstOrDefault(code => code is not (null or ExitCode.Fit)) ?? ExitCode.Fit;
    }

    private HostAnswer Alone(SshAddress address, Func<IHost, int> work)
    {
        if (addresses.Count > 1 && HasHeadings)
        {
            Console.Out.WriteLine($"{address}:");
        }

        return new HostAnswer(address, On(() => new SshHost(address), work));
    }

    private HostAnswer[] Together(IReadOnlyList<SshAddress> batch, Func<IHost, int> work)
    {
        var (output, error) = (Console.Out, Console.Error);
        Console.SetOut(new LineOwners(output));
        Console.SetError(new LineOwners(error));
        try
        {
            return Task.WhenAll(batch.Select(Begin)).GetAwaiter().GetResult();
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }

        // A thread for each: they wait for ssh and the engine most of the time.
        Task<HostAnswer> Begin(SshAddress address) =>
            Task.Factory.StartNew(() => Owned(address), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        HostAnswer Owned(SshAddress address)
        {
            LineOwners.Own(address.ToString());
            return new HostAnswer(address, On(() => new SshHost(address), work));
        }
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

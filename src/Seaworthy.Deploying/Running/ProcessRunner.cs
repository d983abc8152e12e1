using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Deploying.Running;

/// <summary>The only place that starts processes. Each has a time limit; what it prints is kept, up to a bound.</summary>
public sealed class ProcessRunner
{
    /// <summary>The variable that holds the key of secrets.</summary>
    public const string KeyVariable = "SEAWORTHY_SECRETS_KEY";

    // ENOENT.
    private const int NotFound = 2;
    private const int MostKept = 4_000_000;
    private const int LongestLine = 1_000_000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Receives each line of a process that somebody waits for.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>What each process gets in its environment besides what its command says.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <param name="line">What to start.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <param name="output">Where its output goes instead of being kept.</param>
    public ProcessResult Run(CommandLine line, Stream? input = null, Stream? output = null) =>
        Run(line, input, output is null ? Read : said => Copy(said.BaseStream, output), isHandedOut: output is not null);

    /// <summary>Hands out what a process prints while it runs; what is left unread is passed over.</summary>
    public ProcessResult Run(CommandLine line, Action<Stream> read) =>
        Run(line, input: null, said => HandOut(said.BaseStream, read), isHandedOut: true);

    /// <summary>Starts a process that lasts until it is disposed of, or this one ends.</summary>
    /// <exception cref="DeployFailedException">The program is not there.</exception>
    public HeldProcess Hold(CommandLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Process? process = null;
        try
        {
            process = Create(line);
            process.Start();
            return new HeldProcess(process);
        }
        catch (Win32Exception exception)
        {
            process?.Dispose();
            throw new DeployFailedException($"{line.Program} cannot be started: {exception.Message}", exception);
        }
    }

    private ProcessResult Run(CommandLine line, Stream? input, Func<StreamReader, string> read, bool isHandedOut)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var process = Create(line);
            process.Start();
            return Await(process, line, input, read, isHandedOut);
        }
        catch (Win32Exception exception)
        {
            return new ProcessResult(127, "", $"{line.Program} cannot be started: {exception.Message}");
        }
    }

    private ProcessResult Await(Process process, CommandLine line, Stream? input, Func<StreamReader, string> read, bool isHandedOut)
    {
        var said = Task.Run(() => read(process.StandardOutput));
        var complained = Task.Run(() => Read(process.StandardError));
        var fed = Task.Run(() => Feed(process, input));
        if (!process.WaitForExit(line.Limit))
        {
            process.Kill(entireProcessTree: true);
            return new ProcessResult(
                -1,
                "",
                $"{line.Program} {line.Arguments.FirstOrDefault()} took more than {line.Limit.TotalSeconds:0} s and was ended"
            );
        }

        // A child that lives on may hold the pipes: what is not read by then is not waited for. Who is handed the output may need time for it.
        try
        {
            Task.WaitAll([complained, fed], Grace);
            said.Wait(isHandedOut ? line.Limit : Grace);
        }
        catch (AggregateException exception)
        {
            throw exception.InnerException as DeployFailedException
                ?? new DeployFailedException(
                    $"{line.Program} {line.Arguments.FirstOrDefault()}: {exception.InnerException?.Message}",
                    exception
                );
        }

        if (isHandedOut && !said.IsCompleted)
        {
            return new ProcessResult(
                -1,
                "",
                $"the output of {line.Program} {line.Arguments.FirstOrDefault()} could not be read to its end"
            );
        }

        return new ProcessResult(
            process.ExitCode,
            said.IsCompletedSuccessfully ? said.Result : "",
            complained.IsCompletedSuccessfully ? complained.Result : ""
        );
    }

    /// <summary>Lets a process talk to the terminal itself, until it ends.</summary>
    public int Attach(CommandLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        using var process = Create(line, isAttached: true);
        process.Start();
        process.WaitForExit();
        return process.ExitCode;
    }

    internal Process Create(CommandLine line, bool isAttached = false)
    {
        ProcessStartInfo start = new(Whole(line.Program))
        {
            RedirectStandardInput = !isAttached,
            RedirectStandardOutput = !isAttached,
            RedirectStandardError = !isAttached,
            UseShellExecute = false,
            WorkingDirectory = line.Directory ?? "",
        };
        foreach (var argument in line.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // No program that is started needs the key: it would be one more place to read it.
        start.Environment.Remove(KeyVariable);
        foreach (var variable in Environment.Concat(line.Environment))
        {
            start.Environment[variable.Key] = variable.Value;
        }

        return new Process { StartInfo = start };
    }

    /// <summary>The framework looks into the current directory first, which is a repository as a rule: a file named <c>docker</c> there would be run.</summary>
    private static string Whole(string program) =>
        program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? program
            : ProgramPath.Find(program, System.Environment.GetEnvironmentVariable("PATH"), [])
                ?? throw new Win32Exception(NotFound, "there is no such program in PATH");

    private static void Feed(Process process, Stream? input)
    {
        try
        {
            input?.CopyTo(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code says why.
        }
        catch (DeployFailedException)
        {
            // What it would read is not as it was written: half of it must not pass for the whole.
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>What nobody reads would keep the process from its end.</summary>
    private static string HandOut(Stream from, Action<Stream> read)
    {
        try
        {
            read(from);
        }
        finally
        {
            from.CopyTo(Stream.Null);
        }

        return "";
    }

    private static string Copy(Stream from, Stream to)
    {
        from.CopyTo(to);
        return "";
    }

    private string Read(StreamReader reader)
    {
        StringBuilder text = new();
        foreach (var line in BoundedLines.Of(reader, LongestLine))
        {
            OnLine?.Invoke(line);
            if (text.Length < MostKept)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }
}

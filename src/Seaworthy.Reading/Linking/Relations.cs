using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking;

/// <summary>Works relations out, each for itself: one that fails or takes too many steps costs that relation, is reported, and the rest is linked.</summary>
/// <param name="report">Takes what went wrong.</param>
/// <param name="steps">That one relation may take.</param>
internal sealed class Relations(ConcurrentBag<Diagnostic> report, long steps = Work.Limit)
{
    public IReadOnlyList<T> Now<T>(Func<IReadOnlyList<T>> link, [CallerArgumentExpression(nameof(link))] string written = "") =>
        new CountedList<T>(Now(link, [], written));

    /// <param name="otherwise">What stands for it when it cannot be worked out.</param>
    /// <param name="written">The words of the call, which name the relation.</param>
    /// <param name="link">Works it out.</param>
    public T Now<T>(Func<T> link, T otherwise, [CallerArgumentExpression(nameof(link))] string written = "")
    {
#pragma warning disable CA1031 // A crash in one relation costs that relation, never the audit.
        try
        {
            return Work.Within(steps, link);
        }
        catch (Exception exception) when (exception.GetBaseException() is WorkExceededException)
        {
            report.Add(
                new Diagnostic(
                    DiagnosticKind.LimitReached,
                    $"{Name(written)} was given up after {steps.ToString("N0", CultureInfo.InvariantCulture)} steps: the repository is too large for it. Findings that need it are missing."
                )
            );
            return otherwise;
        }
        catch (Exception exception)
        {
            var failure = exception.GetBaseException();
            report.Add(
                new Diagnostic(
                    DiagnosticKind.LinkingCrashed,
                    $"{Name(written)} failed with {failure.GetType().Name}. This is a fault of Seaworthy."
                )
                {
                    Trace = failure.ToString(),
                }
            );
            return otherwise;
        }
#pragma warning restore CA1031
    }

    // "() => ImageLinker.Link(declared)": the relation is named by who works it out.
    private static string Name(string written) =>
        written.Split("=>", 2)[^1].Trim().Split('(')[0] is var call && call.EndsWith(".Link", StringComparison.Ordinal) ? call[..^5] : call;
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Claims.Facts;

/// <summary>Whether a variable is set for those who read it, and read by those for whom it is set.</summary>
internal static class VariableFacts
{
    // A shorter word stands in too many texts.
    private const int Telling = 6;

    public static ClaimFact? Of(AskedClaim asked) =>
        asked.First is not { } name ? null
        : asked.Claim.Kind == ClaimKinds.VariableNotSet ? Set(asked, name)
        : asked.Claim.Kind == ClaimKinds.ValueUnused ? Read(asked, name) ?? Named(asked, name)
        : asked.Claim.Kind == ClaimKinds.NameDiffers
            ? Read(asked, name) is { Verdict: ClaimVerdict.Refuted } read ? read with { Answered = asked.Claim.Values }
                : null
        : null;

    private static ClaimFact? Set(AskedClaim asked, string name)
    {
        var all = asked.Deployment.Variables.SelectMany(workload => workload.Uses).Where(use => use.Name == name).ToList();
        var named = all.FindAll(use => asked.There.Any(place => place.Path == use.Workload.Span.File.Path));
        // The claim is about the workloads of the files that it names, or, where it names no file of a target, about all.
        var uses = NamesTarget(asked) ? named : all;
        if (uses.FindAll(use => asked.Names(use.Workload.Name)) is { Count: > 0 } own)
        {
            uses = own;
        }

        return uses.Count == 0 ? null
            : uses.Find(use => use.Supply is null) is not { } bare
                // Who takes it from another variable may give a default that nobody wants.
                ? !asked.There.All(place => IsOfUse(place, uses)) ? null
                    : uses.All(use => use.Supply is { TakesVariable: false })
                        ? ClaimFact.Refuted(
                            $"{uses[0].Supply?.Span} sets {name} for {uses[0].Workload.Name}.",
                            uses[0].Supply?.Span,
                            [name, .. uses.Select(use => use.Workload.Name)]
                        )
                    : ClaimFact.Open(
                        $"{uses[0].Supply?.Span} sets {name} for {uses[0].Workload.Name} from a variable of the environment.",
                        uses[0].Supply?.Span
                    )
            : bare.Near is { } near ? ClaimFact.Confirmed($"{bare.Workload.Name} reads {name}; {near.Span} sets {near.Name}.", near.Span)
            : bare.UndecidedBecause is { } why ? ClaimFact.Open($"{name} of {bare.Workload.Name}: {why}.", bare.Strongest.Span)
            : bare.Demand == Demand.Optional ? ClaimFact.Open($"{bare.Strongest.Span} has a default for {name}.", bare.Strongest.Span)
            : ClaimFact.Confirmed($"{bare.Workload.Name} reads {name}, and nothing sets it.", bare.Strongest.Span);
    }

    private static bool NamesTarget(AskedClaim asked) =>
        asked.Deployment.Workloads.Any(workload => asked.There.Any(place => place.Path == workload.Span.File.Path));

    // A place elsewhere, such as a script, is of a process that nobody here knows.
    private static bool IsOfUse(CheckedPlace place, List<VariableUse> uses) =>
        uses.Exists(use => use.Workload.Span.File.Path == place.Path || use.Reads.Any(read => read.Span.File.Path == place.Path));

    private static ClaimFact? Read(AskedClaim asked, string name) =>
        asked
            .Deployment.Variables.SelectMany(workload => workload.Unread)
            .FirstOrDefault(given => given.Name == name && asked.IsNear(given.Span))
            is { } unread
            ? ClaimFact.Confirmed($"Nothing reads {name}.", unread.Span)
        : asked
            .Deployment.Variables.SelectMany(workload => workload.Uses)
            // What a bundler put into the pages is read, but not from the container.
            .FirstOrDefault(use => use is { IsBuildTime: false } && use.Name == name && asked.IsNear(use.Supply?.Span))
            is { } use
            ? ClaimFact.Refuted($"{use.Strongest.Span} reads {name}.", use.Strongest.Span, name)
        : null;

    /// <summary>A source file or script, in the component to which a place of the claim belongs, that names the value without setting it.</summary>
    private static ClaimFact? Named(AskedClaim asked, string name)
    {
        if (name.Length < Telling || !name.AsSpan().ContainsAny('_', '.'))
        {
            return null;
        }

        var own = asked.There.Select(place => place.Path).ToHashSet(StringComparer.Ordinal);
        var files = asked
            .Deployment.Components.Where(component => own.Any(component.Contains))
            .SelectMany(component => component.Code)
            .Where(code => !code.EnvironmentReads.Any(read => read.IsBuildTime && read.Name == name))
            .Select(code => code.File)
            .Concat(asked.Deployment.Of<ShellScript>().Select(script => script.File))
            .Where(file => !own.Contains(file.Path));
        return files.SelectMany(file => Places(file, name)).FirstOrDefault(place => !IsSet(place)) is { } read
            ? ClaimFact.Refuted($"{read} reads {name}.", read, name)
            : null;
    }

    private static IEnumerable<SourceSpan> Places(SourceFile file, string name) =>
        WholeWords.Find(file.Text, name, IsPart).Select(at => new SourceSpan(file, at, name.Length));

    private static bool IsPart(char letter) => letter is '_' or '.' || char.IsLetterOrDigit(letter);

    // NAME=value, NAME: value.
    private static bool IsSet(SourceSpan place) => place.End < place.File.Text.Length && place.File.Text[place.End] is '=' or ':';
}

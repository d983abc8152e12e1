using Seaworthy.Model.Declared.Policies;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Readers.Settings;
using Seaworthy.Rules;
using Seaworthy.Rules.Custom;

namespace Seaworthy.Engine.Configuring;

/// <summary>The files of rules that a configuration names: each is read whole, and what is wrong in one of them is a fault of the configuration.</summary>
internal sealed record PolicyFiles(IReadOnlyList<Rule> Rules, IReadOnlyList<Problem> Faults)
{
    private const int MostFiles = 100;

    public static PolicyFiles Of(SettingsFile declared, Repository repository, RepositoryTree tree)
    {
        List<Problem> faults = [];
        List<PolicyRule> rules = [];
        foreach (var named in declared.Custom)
        {
            var files = tree.Files.Where(file => file.IsReadable && named.Value.Matches(file.Path)).Take(MostFiles + 1).ToList();
            if (files.Count is 0 or > MostFiles)
            {
                var why = files.Count == 0 ? "no file of the repository" : $"more than {MostFiles} files";
                faults.Add(new Problem(ProblemKind.InvalidValue, $"'{named.Value}' names {why}", named.Span));
            }

            foreach (var file in files.Take(MostFiles))
            {
                rules.AddRange(Read(repository.Read(tree, file), file.Path, named, faults));
            }
        }

        foreach (var again in rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            faults.Add(new Problem(ProblemKind.InvalidValue, $"there is a rule '{again.Id}' already", again.Span));
        }

        return new PolicyFiles(
            [
                .. rules
                    .DistinctBy(rule => rule.Id, StringComparer.Ordinal)
                    .Select(rule => new PolicyCheck(rule, SettingsVocabulary.Area(rule.Area), SettingsVocabulary.Severity(rule.Severity))),
            ],
            faults
        );
    }

    // Rules that cannot be read would judge nothing, and nobody would notice.
    private static IReadOnlyList<PolicyRule> Read(FileText content, string path, Fact<PathGlob> named, List<Problem> faults)
    {
        if (content.Text is { } text && !string.IsNullOrWhiteSpace(text))
        {
            var known = faults.Count;
            var rules = PolicyReader.Read(new SourceFile(path, text), SettingsVocabulary.All, PolicyVocabulary.Subjects, faults);
            if (rules.Count == 0 && faults.Count == known)
            {
                faults.Add(new Problem(ProblemKind.InvalidValue, $"'{path}' holds no rule", named.Span));
            }

            return rules;
        }

        var why = content.Text is not null ? "It is empty." : content.Diagnostic?.Message ?? "The link leads to no file of the repository.";
        faults.Add(new Problem(ProblemKind.InvalidValue, $"the rules of '{path}' cannot be read: {why}", named.Span));
        return [];
    }
}

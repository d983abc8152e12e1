using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>
/// What jobs of GitLab take over of one thing from the templates that they extend: what a job says itself wins, and of several templates the last one.
/// A chain of templates is followed once for all that extend it.
/// </summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference", extends.</remarks>
internal sealed class GitLabTemplates<T>(Func<string, GitLabJob?> find, Func<GitLabJob, T?> take)
    where T : class
{
    private const int StepsOfOne = 20;

    private readonly Dictionary<GitLabJob, T?> known = new(ReferenceEqualityComparer.Instance);

    public T? Inherited(GitLabJob job)
    {
        List<GitLabJob> passed = [];
        T? found = null;
        for (var at = job; at is not null && !known.TryGetValue(at, out found); at = at.Extends is [var parent] ? find(parent.Value) : null)
        {
            // Empty until the template is resolved, which also ends a circle of references.
            known[at] = null;
            passed.Add(at);
            found = at.Extends.Count > 1 ? Search(at) : take(at);
            if (found is not null)
            {
                break;
            }
        }

        foreach (var follower in passed)
        {
            known[follower] = found;
        }

        return found;
    }

    private T? Search(GitLabJob job)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<GitLabJob> open = new([job]);
        List<GitLabJob> passed = [];
        while (open.TryPop(out var candidate))
        {
            // Templates that have nothing, nor what they extend, need not be gone through again; those above a find may be, at the price of some steps.
            if (!ReferenceEquals(candidate, job) && known.TryGetValue(candidate, out var earlier) && earlier is null)
            {
                continue;
            }

            Work.Take(StepsOfOne);
            passed.Add(candidate);
            if (take(candidate) is { } found)
            {
                return found;
            }

            // The last template is pushed last and popped first.
            foreach (var parent in candidate.Extends.Where(parent => seen.Add(parent.Value)))
            {
                if (find(parent.Value) is { } template)
                {
                    open.Push(template);
                }
            }
        }

        foreach (var candidate in passed)
        {
            known[candidate] = null;
        }

        return null;
    }
}

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Tells every part the innermost function or class around it, in one sweep over the parts in order.</summary>
internal sealed class ScopeBinder
{
    private readonly List<CodeScope> scopes;
    private int next;
    private CodeScope? current;

    public ScopeBinder(List<CodeScope> found)
    {
        scopes = found;
        scopes.Sort(
            (one, other) =>
                one.Body.First != other.Body.First ? one.Body.First.CompareTo(other.Body.First) : other.Body.End.CompareTo(one.Body.End)
        );
        foreach (var scope in scopes)
        {
            scope.Parent = At(scope.Body.First, scope);
        }
    }

    public void Bind(
        List<CodeCall> calls,
        List<CodeCall> indexes,
        List<CodeAssignment> assignments,
        List<CodeCondition> conditions,
        List<CodeObject> objects,
        TokenTrees trees
    )
    {
        Restart();
        calls.ForEach(call => call.Scope = At(call.Open));
        Restart();
        indexes.ForEach(index => index.Scope = At(index.Open));
        Restart();
        assignments.ForEach(assignment => assignment.Scope = At(assignment.Token));
        Restart();
        conditions.ForEach(condition => condition.Scope = At(condition.Token));
        Restart();
        objects.ForEach(value => value.Scope = At(value.Value.First));
    }

    private void Restart() => (next, current) = (0, null);

    // Up to but without "self": the scope that is being bound must not become its own parent.
    private CodeScope? At(int token, CodeScope? self = null)
    {
        while (next < scopes.Count && scopes[next].Body.First <= token && scopes[next] != self)
        {
            Leave(scopes[next].Body.First);
            current = scopes[next++];
        }

        Leave(token);
        var found = current;
        if (self is not null)
        {
            current = self;
            next++;
        }

        return found;
    }

    private void Leave(int token)
    {
        while (current is not null && current.Body.End <= token)
        {
            current = current.Parent;
        }
    }
}

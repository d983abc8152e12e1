using System.Runtime.CompilerServices;

namespace Seaworthy.Model;

/// <summary>
/// What a question looks up for each of its subjects, worked out once for a deployment: an index, so that no subject looks through all the others.
/// It is a function of the deployment alone, and goes with it.
/// </summary>
public sealed class PerDeployment<T>
    where T : class
{
    // Of objects: the table could make values by itself, and native code would have to keep the constructors of all of them.
    private readonly ConditionalWeakTable<Deployment, object> made = [];
    private readonly ConditionalWeakTable<Deployment, object>.CreateValueCallback make;

    public PerDeployment(Func<Deployment, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        // On an account of its own: which rule asks first differs from run to run.
        this.make = deployment => Work.Within(Work.Limit, () => make(deployment));
    }

    public T Of(Deployment deployment) => (T)made.GetValue(deployment, make);
}

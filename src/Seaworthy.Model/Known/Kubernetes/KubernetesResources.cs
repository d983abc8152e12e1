using System.Text;
using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>Resources of the API, and the names by which generated clients ask for them.</summary>
/// <remarks>Source: Kubernetes API reference; kubernetes-client/javascript and kubernetes-client/python, generated APIs; k8s.io/client-go, package kubernetes.</remarks>
public static class KubernetesResources
{
    public static IReadOnlyList<KubernetesResource> All { get; } =
    [
        new("pods", "", "Pod", "po"),
        new("services", "", "Service", "svc"),
        new("configmaps", "", "ConfigMap", "cm"),
        new("secrets", "", "Secret", "secret"),
        new("persistentvolumeclaims", "", "PersistentVolumeClaim", "pvc"),
        new("serviceaccounts", "", "ServiceAccount", "sa"),
        new("deployments", "apps", "Deployment", "deploy"),
        new("statefulsets", "apps", "StatefulSet", "sts"),
        new("daemonsets", "apps", "DaemonSet", "ds"),
        new("replicasets", "apps", "ReplicaSet", "rs"),
        new("jobs", "batch", "Job", "job"),
        new("cronjobs", "batch", "CronJob", "cj"),
        new("ingresses", "networking.k8s.io", "Ingress", "ing"),
        new("networkpolicies", "networking.k8s.io", "NetworkPolicy", "netpol"),
        new("leases", "coordination.k8s.io", "Lease", "lease"),
        new("rolebindings", "rbac.authorization.k8s.io", "RoleBinding", "rolebinding"),
    ];

    private static readonly (string Method, string Verb)[] Verbs =
    [
        ("create", "create"),
        ("read", "get"),
        ("list", "list"),
        ("delete", "delete"),
        ("patch", "patch"),
        ("replace", "update"),
    ];

    /// <summary>The methods of the clients for JavaScript and Java, and for Python, each with what it asks for.</summary>
    public static IReadOnlyDictionary<string, KubernetesAction> Methods { get; } = FindMethods();

    public static KubernetesResource? Find(string word) => All.FirstOrDefault(resource => resource.IsNamed(word));

    private static Dictionary<string, KubernetesAction> FindMethods()
    {
        Dictionary<string, KubernetesAction> methods = [];
        foreach (var resource in All)
        {
            foreach (var (method, verb) in Verbs)
            {
                Add($"{method}Namespaced{resource.Kind}", new(resource.Group, resource.Plural, verb));
            }

            Add($"list{resource.Kind}ForAllNamespaces", new(resource.Group, resource.Plural, "list"));
        }

        Add("readNamespacedPodLog", new("", "pods/log", "get"));
        Add("patchNamespacedDeploymentScale", new("apps", "deployments/scale", "patch"));
        Add("replaceNamespacedDeploymentScale", new("apps", "deployments/scale", "update"));
        return methods;

        void Add(string name, KubernetesAction action)
        {
            methods[name] = action;
            methods[Snake(name)] = action;
        }
    }

    private static string Snake(string name)
    {
        StringBuilder snake = new();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}

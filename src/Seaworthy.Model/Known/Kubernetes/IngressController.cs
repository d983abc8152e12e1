using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>A controller that serves Ingresses of one class, and that a new cluster does not bring along.</summary>
/// <param name="Class">The class that its chart sets up.</param>
/// <param name="Title">Its name.</param>
/// <param name="Chart">What to install, as a command.</param>
/// <param name="Words">What names it, or a built-in one of the provider, where something installs or describes it.</param>
/// <remarks>
/// Sources: Kubernetes documentation, "Ingress Controllers"; AWS, "Install AWS Load Balancer Controller with Helm" and "EKS Auto Mode"; ingress-nginx, "Installation Guide"; NGINX Ingress Controller,
/// "Installation with Helm"; Azure, "Managed NGINX ingress with the application routing add-on".
/// </remarks>
public sealed record IngressController(string Class, string Title, string Chart, IReadOnlyList<string> Words)
{
    public static IReadOnlyList<IngressController> All { get; } =
    [
        new(
            "alb",
            "the AWS Load Balancer Controller",
            "helm install aws-load-balancer-controller eks/aws-load-balancer-controller -n kube-system",
            [
                "load-balancer-controller",
                "load_balancer_controller",
                "LoadBalancerController",
                "alb-ingress-controller",
                "alb_ingress_controller",
                "eks.amazonaws.com/alb",
                "ingress.k8s.aws/alb",
                "compute_config",
                "autoModeConfig",
            ]
        ),
        new(
            "nginx",
            "ingress-nginx",
            "helm install ingress-nginx ingress-nginx -n ingress-nginx --repo https://kubernetes.github.io/ingress-nginx --create-namespace",
            [
                "ingress-nginx",
                "ingress_nginx",
                "nginx-ingress",
                "nginx_ingress",
                "nginxIngress",
                "ingressNginx",
                "k8s.io/ingress-nginx",
                "web_app_routing",
                "http_application_routing",
            ]
        ),
    ];

    /// <summary>The file names it, in a way that leads to one: a chart, a manifest, a command, a policy of its role.</summary>
    public bool IsNamedIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Words.Any(word => file.Mentions(word, StringComparison.OrdinalIgnoreCase));
    }
}

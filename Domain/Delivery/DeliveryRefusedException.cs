namespace CovidSchoolReporting.Domain.Delivery;

/// <summary>The agency refused a report for good. The message holds no personal datum.</summary>
public sealed class DeliveryRefusedException(string message) : Exception(message);
